-- What comes after the stays: who is inside, indices, and the summaries that the relay would have made.
-- psql -v stays=1000000

\set ON_ERROR_STOP on
set session_replication_role = replica;
set synchronous_commit = off;
set maintenance_work_mem = '1GB';
set work_mem = '256MB';
set client_min_messages = warning;

-- Thirty vehicles are inside the first park and twelve inside the second.
insert into parking.arrival (arrival_id, park_sn, booth_id, plate, license, category, state,
    first_read_at, last_read_at, stay_id, enter_time)
  select 2 * stay_id, park_sn, enter_booth, '苏U' || 10000 + stay_id % 10000, '苏U' || 10000 + stay_id % 10000,
    category, 'entered', at, at, stay_id, at
  from (select :stays + n as stay_id, now() - n * interval '83 s' as at,
      case when n % 7 < 5 then 'DEMO001' else 'DEMO002' end as park_sn,
      case when n % 7 < 5 then 'demo-in-' || 1 + n % 2 else 'demo2-in-1' end as enter_booth,
      case when n % 4 = 0 then 1 else 0 end::smallint as category
    from generate_series(1, 42) n) inside;
insert into parking.open_stay (park_sn, plate, stay_id, license, plate_kind, category, enter_time,
    enter_booth_id, enter_arrival_id, tariff_version_id)
  select park_sn, plate, stay_id, license, 'civil', category, enter_time, booth_id, arrival_id,
    (select min(tariff_version_id) from parking.tariff_version)
  from parking.arrival where arrival_id > 2 * :stays + 1;
-- In each of the others 300, of whom some came months ago and nobody saw them leave.
insert into parking.open_stay (park_sn, plate, stay_id, license, plate_kind, category, enter_time,
    enter_booth_id, tariff_version_id)
  select p.park_sn, '苏V' || 10000 + n, :stays + 1000 + p.number * 1000 + n, '苏V' || 10000 + n, 'civil', 0,
    now() - case when n % 50 = 0 then n * interval '1 day' else n * interval '2 min' end, p.entries[1 + n % 2],
    s.tariff_version_id
  from seed.park p, seed.span s, generate_series(1, 300) n where p.park_sn like 'LARGE%';

select indexdef from seed.index \gexec
select setval('parking.arrival_id_seq', 2 * :stays + 200000),
  setval('parking.stay_id_seq', :stays + 100000),
  setval(pg_get_serial_sequence('parking.shift', 'shift_id'), 1000000) \g /dev/null
update parking.booth b set current_arrival_id = (
  select a.arrival_id from parking.arrival a
  where a.park_sn = b.park_sn and a.booth_id = b.booth_id
  order by a.first_read_at desc, a.arrival_id desc limit 1);
vacuum analyze;
-- The relay would have done it day by day, before reads were forgotten. A month of stays is more than the
-- planner expects of what is not summarised: it would compare each with every park.
set enable_nestloop = off;
update parking.summary_state set begins_at = '-infinity';
do $$ begin while parking.summarise('31 days') < now() - interval '11 min' loop end loop; end $$;
insert into parking.lane_summary
  select b.park_sn, d::date, b.booth_id, greatest(1, :stays / 73000), greatest(1, :stays / 73000), 1, 0, 0, 0
  from parking.booth b, seed.span s, generate_series(s.ends_at - interval '365 days', s.ends_at - interval '31 days', '1 day') d
  where b.booth_id not like 'bench-%'
  on conflict (park_sn, day, booth_id) do update set vehicles = excluded.vehicles, reads = excluded.reads;
insert into parking.device_summary
  select b.park_sn, d::date, b.booth_id, greatest(1, :stays / 73000), 1, 1, 1, 1, 5
  from parking.booth b, seed.span s, generate_series(s.ends_at - interval '365 days', s.ends_at - interval '31 days', '1 day') d
  where b.booth_id not like 'bench-%'
  on conflict do nothing;
drop schema seed cascade;
vacuum analyze;

alter system reset fsync;
alter system reset full_page_writes;
alter system reset autovacuum;
alter system reset max_wal_size;
select pg_reload_conf() \g /dev/null
checkpoint;
