-- Revert gatehouse:vehicles

begin;
drop table parking.vehicle;
commit;
