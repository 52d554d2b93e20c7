-- Revert gatehouse:lists

begin;
drop trigger opening_changes on parking.opening;
drop trigger arrival_changes on parking.arrival;
drop trigger arrival_begins on parking.arrival;
drop trigger booth_begins_version on parking.booth;
drop function parking.change_booth_version(), parking.begin_booth_version();
drop table parking.booth_version;
commit;
