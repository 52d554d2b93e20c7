-- Revert gatehouse:devices

begin;
drop table parking.device_event;
commit;
