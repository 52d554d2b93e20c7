-- Verify gatehouse:lease_reconciliation

begin;
select app_id, park_sn, began_at, is_complete, fault, held_back from parking.lease_reading where false;
select reading_id, line, what, plate from parking.lease_difference where false;
select window_id, read_began_at from parking.lease_absence where false;
select 1 / has_column_privilege('gatehouse_relay', 'parking.lease_window', 'taken_back_at', 'update')::integer;
rollback;
