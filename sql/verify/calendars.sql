-- Verify gatehouse:calendars

begin;
select year, imported_at from parking.calendar_year where false;
select day, day_name, is_off_day from parking.calendar_day where false;
rollback;
