-- Revert gatehouse:waiting_openings

begin;
create index opening_pending on parking.opening (park_sn, booth_id, opening_id) where delivered_at is null;
drop index parking.opening_waiting;
commit;
