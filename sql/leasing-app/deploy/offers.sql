-- Deploy leasing-app:offers
-- requires: partners

begin;
set local role leasing_app_owner;

create domain leasing_app.fen as bigint check (value >= 0);
comment on domain leasing_app.fen is 'Money in fen, never negative and never a fraction.';
create domain leasing_app.minute_of_day as time(0)
  check (value < '24:00' and extract(second from value) = 0);
comment on domain leasing_app.minute_of_day is 'A time on a clock in whole minutes, 00:00 to 23:59.';

create table leasing_app.offer (
  app_id        leasing_app.identifier not null references leasing_app.partner,
  park_sn       leasing_app.identifier not null,
  park_name     text not null check (park_name <> ''),
  deadline      date not null,
  start_time    leasing_app.minute_of_day not null,
  end_time      leasing_app.minute_of_day not null,
  is_sat        boolean not null,
  is_sun        boolean not null,
  is_holiday    boolean not null,
  price         leasing_app.fen not null,
  start_price   leasing_app.fen not null,
  holiday_price leasing_app.fen not null,
  longitude     text not null default '',
  latitude      text not null default '',
  signed_at     bigint not null default 0,
  changed_at    timestamptz not null default clock_timestamp(),
  withdrawn_at  timestamptz,
  primary key (app_id, park_sn)
);
comment on table leasing_app.offer is 'What a park offers, as its system pushed it (lease/park) or as we read it (api/leasePark).';
comment on column leasing_app.offer.app_id is 'Whose park.';
comment on column leasing_app.offer.park_sn is 'Its number there.';
comment on column leasing_app.offer.park_name is 'What drivers call it.';
comment on column leasing_app.offer.deadline is 'The last day on which a window may begin.';
comment on column leasing_app.offer.start_time is 'When the daily window begins.';
comment on column leasing_app.offer.end_time is 'When it ends; not later than start_time means on the next day.';
comment on column leasing_app.offer.is_sat is 'Saturdays are offered all day.';
comment on column leasing_app.offer.is_sun is 'Sundays are offered all day.';
comment on column leasing_app.offer.is_holiday is 'Public holidays are offered all day.';
comment on column leasing_app.offer.price is 'For each further 30 minutes begun, in fen.';
comment on column leasing_app.offer.start_price is 'For the first 30 minutes, in fen.';
comment on column leasing_app.offer.holiday_price is 'For the whole of a day that is offered all day, in fen.';
comment on column leasing_app.offer.longitude is 'Degrees, as text.';
comment on column leasing_app.offer.latitude is 'Degrees, as text.';
comment on column leasing_app.offer.signed_at is 'When the newest push was signed, in Unix seconds by its sender''s clock: an older one that comes later changes nothing.';
comment on column leasing_app.offer.changed_at is 'When it was last written: a reading that began before does not correct it.';
comment on column leasing_app.offer.withdrawn_at is 'Since when a complete reading of all offers does not name it.';

create table leasing_app.offer_reading (
  app_id      leasing_app.identifier primary key references leasing_app.partner,
  began_at    timestamptz not null,
  ended_at    timestamptz not null,
  is_complete boolean not null,
  fault       text
) with (fillfactor = 50);
comment on table leasing_app.offer_reading is 'The newest reading of a parking system''s offers.';
comment on column leasing_app.offer_reading.app_id is 'Whose.';
comment on column leasing_app.offer_reading.began_at is 'When its first page was asked for.';
comment on column leasing_app.offer_reading.ended_at is 'When it ended.';
comment on column leasing_app.offer_reading.is_complete is 'All pages were read and understood.';
comment on column leasing_app.offer_reading.fault is 'Why it is not complete.';

create table leasing_app.calendar_year (
  year integer primary key check (year between 1970 and 2199)
);
comment on table leasing_app.calendar_year is 'Years whose public holidays are known; of others no date is sold.';
comment on column leasing_app.calendar_year.year is 'The year.';

create table leasing_app.calendar_day (
  day        date primary key,
  year       integer not null references leasing_app.calendar_year on delete cascade,
  day_name   text not null check (day_name <> ''),
  is_off_day boolean not null
);
comment on table leasing_app.calendar_day is 'Public holidays and make-up workdays (调休).';
comment on column leasing_app.calendar_day.day is 'The day.';
comment on column leasing_app.calendar_day.year is 'The year whose arrangement names it.';
comment on column leasing_app.calendar_day.day_name is 'The festival.';
comment on column leasing_app.calendar_day.is_off_day is 'False marks a workday made up for.';
create index on leasing_app.calendar_day (year);

create function leasing_app.import_calendar(arrangement json) returns bigint
language sql set search_path = leasing_app, pg_temp as $$
  with known as (
    insert into calendar_year select (arrangement->>'year')::integer
    where json_array_length(arrangement->'days') > 0
    on conflict do nothing),
  days as (
    insert into calendar_day (day, year, day_name, is_off_day)
    select (d->>'date')::date, (arrangement->>'year')::integer, d->>'name', (d->>'isOffDay')::boolean
    from json_array_elements(arrangement->'days') d
    on conflict (day) do update set year = excluded.year, day_name = excluded.day_name,
      is_off_day = excluded.is_off_day
    returning 1)
  select count(*) from days
$$;
comment on function leasing_app.import_calendar(json) is
  'Keeps a year in the form of NateScarlet/holiday-cn, and says how many days it names; none: it is not published.';

grant select, insert, update on leasing_app.offer to leasing_app_worker, leasing_app_relay;
grant select, insert, update on leasing_app.offer_reading to leasing_app_relay;
grant select on leasing_app.calendar_year, leasing_app.calendar_day to leasing_app_worker;
commit;
