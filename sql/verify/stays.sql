-- Verify gatehouse:stays

begin;
select arrival_id, state, waiting_until, stay_id, pressed_at from parking.arrival where false;
select event_id, reply, reply_type from parking.capture where false;
select plate, settle_until, quote from parking.open_stay where false;
select outcome, pay_status, paid_amount from parking.stay where false;
select amount, pay_method from parking.payment where false;
select expires_at, delivered_at from parking.opening where false;
select 1 / (not has_table_privilege('gatehouse_worker', 'parking.payment', 'update'))::integer;
select 1 / (not has_table_privilege('gatehouse_worker', 'parking.audit', 'update'))::integer;
select 1 / (has_table_privilege('gatehouse_worker', 'parking.open_stay', 'delete'))::integer;
rollback;
