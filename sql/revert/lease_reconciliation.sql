-- Revert gatehouse:lease_reconciliation

begin;
revoke insert, update, delete on parking.lease_window from gatehouse_relay;
drop function parking.sweep_readings(interval);
drop table parking.lease_absence, parking.lease_difference, parking.lease_reading;
commit;
