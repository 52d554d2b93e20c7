-- Revert gatehouse:calendars

begin;
drop table parking.calendar_day, parking.calendar_year;
commit;
