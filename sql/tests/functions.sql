-- shift_at, works_at, make_stay_partition and sweep_events.

begin;
\ir fixture.psql
select plan(24);

create function pg_temp.account(login text) returns integer language sql as $$
  select account_id from parking.account a where a.login = $1
$$;
create function pg_temp.shift(who text, at timestamptz) returns bigint language sql as $$
  select parking.shift_at('P1', 'out', pg_temp.account(who), at, 'Asia/Shanghai')
$$;

-- The booth's own shift lasts a day of the park.
create temporary table seen (name text primary key, shift_id bigint);
insert into seen values ('monday', pg_temp.shift(null, '2026-11-23 08:00+08'));
select isnt(shift_id, null, 'The first act begins the booth''s own shift') from seen;
select is(pg_temp.shift(null, '2026-11-23 23:59:59+08'), shift_id, 'It lasts to the end of the day')
  from seen where name = 'monday';
insert into seen values ('tuesday', pg_temp.shift(null, '2026-11-24 00:00+08'));
select isnt((select shift_id from seen where name = 'tuesday'),
  (select shift_id from seen where name = 'monday'), 'The next day has another');
select is(ended_at, '2026-11-24 00:00+08'::timestamptz, 'The old one ends then')
  from parking.shift join seen using (shift_id) where name = 'monday';
select is(pg_temp.shift(null, '2026-11-23 12:00+08'), shift_id,
  'A clock that went back begins no shift') from seen where name = 'tuesday';

-- An attendant's lasts until the next one acts, over midnight too.
insert into seen values ('anna', pg_temp.shift('anna', '2026-11-24 20:00+08'));
select is(pg_temp.shift('anna', '2026-11-25 03:00+08'), shift_id, 'A night shift is one')
  from seen where name = 'anna';
select is(ended_at, null, 'The booth''s own goes on beside it')
  from parking.shift join seen using (shift_id) where name = 'tuesday';
insert into seen values ('bob', pg_temp.shift('bob', '2026-11-25 08:00+08'));
select is(ended_at, '2026-11-25 08:00+08'::timestamptz, 'It ends when another person acts')
  from parking.shift join seen using (shift_id) where name = 'anna';
select isnt(pg_temp.shift('anna', '2026-11-25 09:00+08'), shift_id, 'Coming back is a new shift')
  from seen where name = 'anna';
select isnt(parking.shift_at('P2', 'out', null, now(), 'UTC'),
  (select shift_id from seen where name = 'tuesday'), 'Each booth has its own');
select is(count(*), 2::bigint, 'Never more than two are open at a booth')
  from parking.shift where park_sn = 'P1' and booth_id = 'out' and ended_at is null;

-- Where people work.
select is(parking.works_at(pg_temp.account(login), park), works, login || ' at ' || park)
from (values ('anna', 'P1', true), ('anna', 'P2', false), ('bob', 'P1', true),
  ('olga', 'P1', true), ('olga', 'P2', true), ('olga', 'P3', false)) v(login, park, works);
select is(parking.works_at(-1, 'P1'), null, 'Nobody works nowhere');

-- Partitions of finished stays.
select parking.make_stay_partition('2031-05-17');
select lives_ok($$ select parking.make_stay_partition('2031-05-31') $$, 'Making one again is nothing');
insert into parking.stay (stay_id, park_sn, plate, license, plate_kind, category, outcome,
    leave_time, closed_at, pay_status)
  values (1, 'P1', 'A', 'A', 'other', 0, 'left', '2031-05-31 23:59:59.999999+00', now(), 0),
    (2, 'P1', 'A', 'A', 'other', 0, 'left', '2031-06-01 00:00:00+00', now(), 0);
select results_eq(
  $$ select tableoid::regclass::text from parking.stay order by stay_id $$,
  array ['parking.stay_2031_05', 'parking.stay_other'],
  'Stays lie in the partition of their month, or in the one for others');
select parking.make_stay_partition('2031-06-01');
select results_eq(
  $$ select tableoid::regclass::text from parking.stay order by stay_id $$,
  array ['parking.stay_2031_05', 'parking.stay_2031_06'],
  'What lay in the one for others moves when its month gets a partition');
select is_empty(
  $$ select m from generate_series(0, 3) n, to_char(now() + n * interval '1 month', '"stay_"YYYY_MM') m
     where to_regclass('parking.' || m) is null $$,
  'The next months have their partitions from the first day');

-- Events of devices are kept as long as their park says.
insert into parking.device_event (park_sn, device_id, vendor, received_at, kind, size, body)
  select 'P1', 'cam', 'generic', now() - n * interval '1 day', 'other', 0, ''
  from unnest(array [1, 29, 31, 400]) n;
select is(parking.sweep_events(), 2::bigint, 'Old events go');
select is((select count(*) from parking.device_event), 2::bigint, 'The others stay');

select finish();
rollback;
