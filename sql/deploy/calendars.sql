-- Deploy gatehouse:calendars
-- requires: domains

begin;
set local role gatehouse_owner;

create table parking.calendar_year (
  year        integer primary key check (year between 1970 and 2199),
  imported_at timestamptz not null default now()
);
comment on table parking.calendar_year is
  'Years whose public holidays are known. A rule that needs a year that is not here is an error, never a fee of 0.';
comment on column parking.calendar_year.year is 'The year.';
comment on column parking.calendar_year.imported_at is 'When its days were imported.';

create table parking.calendar_day (
  day        date primary key,
  year       integer not null references parking.calendar_year on delete cascade,
  day_name   text not null check (day_name <> ''),
  is_off_day boolean not null
);
comment on table parking.calendar_day is
  'Days that differ from the plain week: public holidays and make-up workdays (调休). A year''s arrangement may name days of the years beside it.';
comment on column parking.calendar_day.day is 'The day.';
comment on column parking.calendar_day.year is 'The year whose arrangement names it.';
comment on column parking.calendar_day.day_name is 'The festival, as the State Council names it.';
comment on column parking.calendar_day.is_off_day is 'False marks a workday made up for.';
create index on parking.calendar_day (year);

grant select on parking.calendar_year, parking.calendar_day to gatehouse_worker, gatehouse_admin;
grant insert, update, delete on parking.calendar_year, parking.calendar_day to gatehouse_admin;
commit;
