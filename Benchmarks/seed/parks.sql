-- Fills a database that holds the demo's site with :stays finished stays of the last year in both
-- parks, what belongs to them, some vehicles inside, and four booths each way for `gate`.
-- psql -v stays=1000000 -v events=1, as the superuser; without events there are no captures, arrivals and
-- openings of those stays, for sizes at which the disk is too small for them: it leaves foreign keys unchecked, which all hold.

\set ON_ERROR_STOP on
set session_replication_role = replica;
set synchronous_commit = off;
set maintenance_work_mem = '1GB';
set client_min_messages = warning;

-- The relay would have made them month by month.
do $$ begin perform parking.make_stay_partition(month::date)
  from generate_series(now() - interval '13 months', now(), interval '1 month') month; end $$;

-- The vehicles of `gate` need places.
update parking.park set places = 5000 where park_sn = 'DEMO001';
insert into parking.booth (park_sn, booth_id, booth_name, direction, position)
  select 'DEMO001', format('bench-%s-%s', way, n), format('bench %s %s', way, n),
    case way when 'in' then 'enter' else 'exit' end, 100 + n
  from unnest(array['in', 'out']) way, generate_series(1, 4) n;
insert into parking.device (park_sn, device_id, booth_id, token_digest)
  select park_sn, booth_id, booth_id, sha256(convert_to(booth_id || '-camera', 'UTF8'))
  from parking.booth where booth_id like 'bench-%';

-- Indices are made when the rows are there: many times faster.
create temporary table index_to_make as
  select indexname, indexdef from pg_indexes
  where schemaname = 'parking' and tablename in ('arrival', 'opening', 'capture', 'payment')
    and indexname not in (select conname from pg_constraint);
select format('drop index parking.%I', indexname) from index_to_make \gexec

-- One stay: 1 is the newest. Vehicles come again, and one in four is monthly or free.
create temporary view seeded as
  select n as stay_id, 2 * n as enter_arrival, 2 * n + 1 as leave_arrival, park_sn,
    case park_sn when 'DEMO002' then 'demo2-in-1' else 'demo-in-' || 1 + n / 3 % 2 end enter_booth,
    case park_sn when 'DEMO002' then 'demo2-out-1' else 'demo-out-' || 1 + n / 5 % 2 end leave_booth,
    '苏' || chr(65 + (vehicle % 8)::integer) || lpad((vehicle % 99991)::text, 5, '0') as plate,
    case when vehicle % 5 = 0 then 1 when vehicle % 33 = 1 then 2 else 0 end::smallint as category,
    leave_time, leave_time - minutes * interval '1 minute' as enter_time,
    case when vehicle % 5 = 0 or vehicle % 33 = 1 or minutes <= 30 then 0
      else least(4000, 500 + 200 * greatest(0, ceil((minutes - 60) / 30.0)))::bigint end as fee,
    case when n % 10 < 7 then 1 else 2 end * 10000 + (n % 2) * 1000
      + (date_trunc('day', now())::date - leave_time::date) as shift_id
  from (select n, hashint8(n)::bigint & 16777215 as vehicle,
      10 + (hashint8(n + 7)::bigint & 16777215) % 290 as minutes,
      now() - interval '1 hour' - n * (interval '365 days' / :stays) as leave_time,
      case when n % 10 < 7 then 'DEMO001' else 'DEMO002' end as park_sn
    from generate_series(1, :stays) n) stays;

insert into parking.shift (shift_id, park_sn, booth_id, began_at, ended_at) overriding system value
  select shift_id, min(park_sn), min(leave_booth), min(leave_time), max(leave_time)
  from seeded group by shift_id;

\if :events
insert into parking.arrival (arrival_id, park_sn, booth_id, plate, license, category, state,
    first_read_at, last_read_at, stay_id, enter_time)
  select enter_arrival, park_sn, enter_booth, plate, plate, category, 'entered', enter_time,
    enter_time, stay_id, enter_time
  from seeded;
insert into parking.arrival (arrival_id, park_sn, booth_id, plate, license, category, state,
    first_read_at, last_read_at, stay_id, enter_time, leave_time, pay_status, released_at,
    pressed_at, press, shift_id)
  select leave_arrival, park_sn, leave_booth, plate, plate, category, 'left', leave_time,
    leave_time, stay_id, enter_time, leave_time, case fee when 0 then 2 else 1 end, leave_time,
    leave_time, 'leave', shift_id
  from seeded;

insert into parking.opening (park_sn, booth_id, arrival_id, cause, display, decided_at, expires_at,
    delivered_at, delivered_by)
  select park_sn, booth_id, arrival_id, case state when 'left' then 'press' else 'read' end, '',
    first_read_at, first_read_at + interval '10 s', first_read_at + interval '1 s',
    case state when 'left' then 'poll' else 'reply' end
  from parking.arrival;

insert into parking.capture (park_sn, booth_id, device_id, vendor, event_id, received_at,
    captured_at, plate_raw, plate, plate_kind, arrival_id, reply, reply_type)
  select park_sn, booth_id, booth_id, 'generic', 'e-' || arrival_id, first_read_at, first_read_at,
    license, plate, 'civil', arrival_id, '{"code":0}', 'application/json'
  from parking.arrival;
\endif

insert into parking.stay (stay_id, park_sn, plate, license, plate_kind, category, outcome,
    enter_time, enter_booth_id, leave_time, leave_booth_id, closed_at, tariff_version_id,
    total_amount, paid_amount, pay_status, shift_id)
  select stay_id, park_sn, plate, plate, 'civil', category, 'left', enter_time, enter_booth,
    leave_time, leave_booth, leave_time, (select min(tariff_version_id) from parking.tariff_version),
    fee, fee, case fee when 0 then 2 else 1 end, shift_id
  from seeded;
insert into parking.payment (park_sn, stay_id, booth_id, shift_id, amount, pay_method, booked_at)
  select park_sn, stay_id, leave_booth, shift_id, fee, 'cash', leave_time
  from seeded where fee > 0;

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

select indexdef from index_to_make \gexec
select setval('parking.arrival_id_seq', 2 * :stays + 100),
  setval('parking.stay_id_seq', :stays + 50),
  setval(pg_get_serial_sequence('parking.shift', 'shift_id'), 100000) \g /dev/null
update parking.booth b set current_arrival_id = (
  select a.arrival_id from parking.arrival a
  where a.park_sn = b.park_sn and a.booth_id = b.booth_id
  order by a.first_read_at desc, a.arrival_id desc limit 1);
vacuum analyze;
-- The relay would have done it day by day.
do $$ begin while parking.summarise('7 days') < now() - interval '11 min' loop end loop; end $$;
vacuum analyze;
checkpoint;
