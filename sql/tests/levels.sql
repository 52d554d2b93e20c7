-- How full a park was, hour by hour: as counted from the stays themselves, however much is summarised.

begin;
\ir fixture.psql
select plan(11);

-- A clock at the half hour, and one that is put forward and back in these weeks of winter and spring.
update parking.park set time_zone = 'Asia/Kolkata' where park_sn = 'P2';
update parking.park set time_zone = 'Europe/Berlin' where park_sn = 'P3';
create temporary table numbers as
  select n, ('{P1,P2,P3}'::text[])[1 + n % 3] as park_sn,
    timestamptz '2026-03-27 00:00Z' + (hashint4(n)::bigint & 65535) * interval '5 s' as enter_time,
    (hashint4(n + 1000)::bigint & 4095) * case when n % 20 = 0 then interval '1 min' else interval '5 s' end
      as length
  from generate_series(1, 300) n;
insert into parking.stay (stay_id, park_sn, plate, license, plate_kind, category, outcome, enter_time,
    leave_time, closed_at, total_amount, pay_status)
  select n, park_sn, 'A' || n, 'A' || n, 'civil', 0, case when n % 17 = 0 then 'unresolved' else 'left' end,
    enter_time, enter_time + length, enter_time + length, 0, 2
  from numbers where n <= 260;
-- What ended without a vehicle inside, or without its entry, counts nowhere.
insert into parking.stay (stay_id, park_sn, plate, license, plate_kind, category, outcome, enter_time,
    leave_time, closed_at, total_amount, pay_status)
  values (1001, 'P1', 'B1', 'B1', 'civil', 0, 'void', '2026-03-27 00:00Z', '2026-03-28 00:00Z', '2026-03-28 00:00Z', 0, 2),
    (1002, 'P1', 'B2', 'B2', 'civil', 0, 'left', null, '2026-03-28 00:00Z', '2026-03-28 00:00Z', 0, 2);
insert into parking.open_stay (park_sn, plate, stay_id, license, plate_kind, category, enter_time)
  select park_sn, 'A' || n, n, 'A' || n, 'civil', 0, enter_time from numbers where n > 260
  union all select 'P1', 'A900', 900, 'A900', 'civil', 0, now() - interval '20 min';

-- Each hour of a park's clocks, by instants, since the one of its first entry.
create temporary view counted as
  with moved as (
    select park_sn, enter_time, leave_time from parking.stay
    where outcome in ('left', 'unresolved') and enter_time is not null
    union all select park_sn, enter_time, 'infinity' from parking.open_stay),
  hour as (
    select p.park_sn, p.time_zone, g.at
    from parking.park p
    join (select park_sn, min(enter_time) as first from moved group by park_sn) f using (park_sn)
    cross join lateral generate_series(
      date_trunc('hour', f.first at time zone p.time_zone) at time zone p.time_zone, now(), '1 hour') g (at)),
  point as (
    select h.park_sn, h.time_zone, h.at, k, count(m.enter_time) as inside
    from hour h cross join generate_series(0, 4) k
    left join moved m on m.park_sn = h.park_sn and m.enter_time < h.at + k * interval '15 min'
      and m.leave_time >= h.at + k * interval '15 min'
    where h.at < '2026-04-03 00:00Z'
    group by 1, 2, 3, 4)
  select p.park_sn::text, (p.at at time zone p.time_zone)::date as day,
    extract(hour from p.at at time zone p.time_zone)::integer as hour,
    sum(p.inside) filter (where k = 0)::bigint as inside, max(p.inside) as highest,
    (select count(*) from moved m where m.park_sn = p.park_sn and m.enter_time >= p.at
      and m.enter_time < p.at + interval '1 hour') as entered,
    (select count(*) from moved m where m.park_sn = p.park_sn and m.leave_time >= p.at
      and m.leave_time < p.at + interval '1 hour') as gone
  from point p group by p.park_sn, p.time_zone, p.at;
create temporary view shown as
  select park_sn, day, hour, inside, highest, entered, gone from report.occupancy;

-- The days that were counted from end to end in each zone.
create function pg_temp.as_counted(words text) returns text language sql as $$
  select bag_eq($q$ select * from shown where day < '2026-04-03' $q$,
    $q$ select * from counted where day < '2026-04-03' $q$, words)
$$;
select ok((select count(*) > 300 and max(highest) > 10 from shown where day < '2026-04-02'), 'Something moved');
select pg_temp.as_counted('Nothing is summarised');
do $$ begin while parking.summarise('6 h') < '2026-03-29 03:10Z' loop end loop; end $$;
select pg_temp.as_counted('The first days are summarised');
do $$ begin while parking.summarise('30 d') < now() - interval '11 min' loop end loop; end $$;
select pg_temp.as_counted('All is summarised');
select is_empty($$ select from report.level_source $$, 'Nothing is left over');
select results_eq(
  $$ select park_sn::text, count(*) from parking.level_summary group by 1 order by 1 $$,
  $$ select park_sn::text, (extract(epoch from max(at) - min(at)) / 3600 + 1)::bigint
     from parking.level_summary group by 1 order by 1 $$,
  'The summary has every hour once');
select is((select sum(inside) from parking.level_summary where at > '2026-05-01'), 0::bigint,
  'Whoever left is no longer inside');
select is((select inside from shown where park_sn = 'P1' order by day desc, hour desc limit 1),
  (select count(*) from parking.open_stay where park_sn = 'P1' and enter_time < date_trunc('hour', now())),
  'This hour is shown with who is inside');

-- Late news from before anything that was known.
insert into parking.stay (stay_id, park_sn, plate, license, plate_kind, category, outcome, enter_time,
    leave_time, closed_at, total_amount, pay_status)
  values (2001, 'P1', 'C1', 'C1', 'civil', 0, 'left', '2026-03-25 10:20Z', '2026-03-28 02:50Z',
    now() - interval '1 min', 0, 2);
select pg_temp.as_counted('Late news counts at once');
update parking.stay set closed_at = now() - interval '10 min 30 s' where stay_id = 2001;
update parking.summary_state set begins_at = now() - interval '11 min';
select parking.summarise('1 h') \g /dev/null
select pg_temp.as_counted('and once when it is summarised');
select results_eq(
  $$ select day, hour, highest from report.peaks where park_sn = 'P1' and day = '2026-03-28' $$,
  $$ select day, hour, highest from shown where park_sn = 'P1' and day = '2026-03-28'
     order by highest desc, hour limit 1 $$,
  'The fullest hour is the first of the highest');

select finish();
rollback;
