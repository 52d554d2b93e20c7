-- Verify gatehouse:stays

begin;
select arrival_id, state, waiting_until, stay_id, pressed_at from parking.arrival where false;
select event_id, reply, reply_type from parking.capture where false;
select plate, settle_until, quote from parking.open_stay where false;
select outcome, pay_status, paid_amount from parking.stay where false;
select 1 / (has_table_privilege('gatehouse_worker', 'parking.open_stay', 'delete'))::integer;
rollback;
