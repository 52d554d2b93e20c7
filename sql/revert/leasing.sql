-- Revert gatehouse:leasing

begin;
drop table parking.lease_window, parking.lease_offer;
drop function parking.lease_window_named();
drop domain parking.minute_of_day;
commit;
