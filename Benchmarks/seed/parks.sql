-- Prepares a database that holds the demo's site for stays.sql: 48 more parks of its operator, attendants,
-- vehicles, partitions, and a booth each way for each client of `gate`. As the superuser, while no relay runs.
-- psql -v stays=1000000 -v clients=8

\set ON_ERROR_STOP on
set session_replication_role = replica;
set synchronous_commit = off;
set client_min_messages = warning;

-- What is written down meanwhile would be lost with the machine, and is not missed.
alter system set fsync = off;
alter system set full_page_writes = off;
alter system set autovacuum = off;
alter system set max_wal_size = '512MB';
select pg_reload_conf() \g /dev/null

-- The relay would have made them month by month.
do $$ begin perform parking.make_stay_partition(month::date)
  from generate_series(now() - interval '13 months', now(), interval '1 month') month; end $$;

-- The vehicles of `gate` need places.
update parking.park set places = 5000 where park_sn = 'DEMO001';
insert into parking.booth (park_sn, booth_id, booth_name, direction, position)
  select 'DEMO001', format('bench-%s-%s', way, n), format('bench %s %s', way, n),
    case way when 'in' then 'enter' else 'exit' end, 100 + n
  from unnest(array['in', 'out']) way, generate_series(1, :clients) n;
insert into parking.device (park_sn, device_id, booth_id, token_digest)
  select park_sn, booth_id, booth_id, sha256(convert_to(booth_id || '-camera', 'UTF8'))
  from parking.booth where booth_id like 'bench-%';

insert into parking.park (park_sn, operator_id, park_name, places, tariff_id)
  select 'LARGE' || lpad(n::text, 3, '0'), d.operator_id, '车场' || n, 600, d.tariff_id
  from parking.park d, generate_series(3, 50) n where d.park_sn = 'DEMO001';
insert into parking.booth (park_sn, booth_id, booth_name, direction, position)
  select p.park_sn, format('large-%s-%s-%s', right(p.park_sn, 2), way, n), way || n,
    case way when 'in' then 'enter' else 'exit' end, n
  from parking.park p, unnest(array['in', 'out']) way, generate_series(1, 2) n
  where p.park_sn like 'LARGE%';
insert into parking.device (park_sn, device_id, booth_id, token_digest)
  select park_sn, booth_id, booth_id, sha256(convert_to(booth_id || '-camera', 'UTF8'))
  from parking.booth where park_sn like 'LARGE%';
insert into parking.booth_version (park_sn, booth_id)
  select park_sn, booth_id from parking.booth on conflict do nothing;
insert into parking.account (login, display_name, operator_id, role, password_hash)
  select lower(park_sn) || '-' || n, '收费员' || n, operator_id, 'attendant', '$2a$x'
  from parking.park, generate_series(1, 3) n;

-- What stays.sql picks from: half of the stays are in the first park.
create schema seed;
create table seed.span as
  select now() - interval '1 hour' as ends_at, interval '365 days' / :stays as step,
    (select min(tariff_version_id) from parking.tariff_version) as tariff_version_id,
    '{"total":700,"currency":"CNY","lines":['
      || '{"from":"2026-03-02T08:05:00+08:00","to":"2026-03-02T09:05:00+08:00","amount":500,"zh":"首1小时","en":"First 1 h"},'
      || '{"from":"2026-03-02T09:05:00+08:00","to":"2026-03-02T09:35:00+08:00","amount":200,"zh":"每30分钟","en":"Each 30 min"}]}'
      as quote;
create table seed.park as
  select row_number() over (order by park_sn) - 1 as number, park_sn, 2 as ways,
    array(select booth_id from parking.booth b where b.park_sn = p.park_sn and direction = 'enter'
      and booth_id not like 'bench-%' order by 1) as entries,
    array(select booth_id from parking.booth b where b.park_sn = p.park_sn and direction = 'exit'
      and booth_id not like 'bench-%' order by 1) as exits
  from parking.park p;
update seed.park set ways = 1 where cardinality(exits) = 1;
create table seed.vehicle as
  select n as number, ('苏' || chr(65 + n % 8) || lpad((n % 99991)::text, 5, '0'))::parking.plate as plate,
    case when n % 5 = 0 then 1 when n % 33 = 1 then 2 else 0 end::parking.category as category
  from generate_series(0, 199999) n;
analyze seed.park, seed.vehicle;

-- One duty at each exit for each third of a day, as stays.sql counts them.
insert into parking.shift (shift_id, park_sn, booth_id, account_id, began_at, ended_at)
    overriding system value
  select 10000 + (third * 50 + p.number) * 2 + way, p.park_sn, p.exits[1 + way],
    (select account_id from parking.account where login = lower(p.park_sn) || '-' || 1 + third % 3),
    s.ends_at - interval '365 days' + third * interval '8 h',
    s.ends_at - interval '365 days' + (third + 1) * interval '8 h'
  from seed.span s, seed.park p, generate_series(0, 365 * 3) third, generate_series(0, p.ways - 1) way;
insert into parking.handover (shift_id, account_id, expected_amount, counted_amount, note, handed_at)
  select shift_id, account_id, 100000, 100000, '', ended_at from parking.shift where account_id is not null;

-- Indices are made when the rows are there: many times faster.
create table seed.index as
  select indexname, replace(indexdef, ' ON ONLY ', ' ON ') as indexdef from pg_indexes
  where schemaname = 'parking' and tablename in ('arrival', 'opening', 'capture', 'payment', 'stay')
    and indexname not in (select conname from pg_constraint);
select format('drop index parking.%I', indexname) from seed.index \gexec
