-- The stays with the numbers from :first to :last, the oldest being 1, and what such a database holds of
-- them when the relay has forgotten what it is to forget: no reads but those of the last month. Arrivals and
-- openings are those of the last :events days.
-- psql -v first=1 -v last=1000000 -v stays=1000000 -v events=366

\set ON_ERROR_STOP on
set session_replication_role = replica;
set synchronous_commit = off;
set work_mem = '256MB';

-- Vehicles come again, and one in four is monthly or free. A value of its column's own type is not checked again.
create temporary table seeded as
  select t.n as stay_id, p.park_sn, p.entries[1 + t.h / 64 % p.ways] as enter_booth,
    p.exits[1 + t.h / 32 % p.ways] as leave_booth, v.plate, v.category,
    t.leave_time - t.minutes * interval '1 minute' as enter_time, t.leave_time, f.fee,
    case when f.fee >= 700 and t.n % 50 = 2 then 200 else 0 end as coupon,
    t.n % 500 = 7 as is_unresolved, f.fee > 0 and t.n % 400 = 9 as is_manual,
    10000 + (t.third * 50 + p.number) * 2 + t.h / 32 % p.ways as shift_id
  from (
    select n, s.ends_at - (:stays - n) * s.step as leave_time,
      (n - 1) * 1095 / :stays::bigint as third,
      hashint8(n)::bigint & 16777215 as h, 10 + (hashint8(n + 7)::bigint & 16777215) % 290 as minutes
    from generate_series(:first::bigint, :last::bigint) n, seed.span s) t
  join seed.park p on p.number = case when t.h % 10 < 5 then 0 when t.h % 10 = 5 then 1 else 2 + t.h / 16 % 48 end
  join seed.vehicle v on v.number = t.h % 200000
  cross join lateral (select case when v.category <> 0 or t.minutes <= 30 then 0
    else least(4000, 500 + 200 * greatest(0, ceil((t.minutes - 60) / 30.0)))::bigint end as fee) f;

insert into parking.stay (stay_id, park_sn, plate, license, plate_kind, category, outcome, enter_time,
    enter_booth_id, leave_time, leave_booth_id, closed_at, tariff_version_id, total_amount, coupon_minutes,
    coupon_amount, paid_amount, pay_status, is_manual, quote, shift_id)
  select stay_id, park_sn, plate, plate, 'civil', category, case when is_unresolved then 'unresolved' else 'left' end,
    enter_time, enter_booth, leave_time, case when not is_unresolved then leave_booth end, leave_time,
    s.tariff_version_id, fee, case when coupon > 0 then 30 else 0 end, coupon,
    case when is_unresolved or is_manual then 0 else fee - coupon end,
    case when fee = 0 then 2 when is_unresolved or is_manual then 0 else 1 end, is_manual and not is_unresolved,
    case when fee > 0 then s.quote else '{"total":0,"currency":"CNY","lines":[]}' end,
    case when not is_unresolved then shift_id end
  from seeded, seed.span s order by stay_id;
insert into parking.payment (park_sn, stay_id, booth_id, shift_id, amount, pay_method, booked_at)
  select park_sn, stay_id, leave_booth, shift_id, fee - coupon,
    (array ['cash', 'wechat', 'wechat', 'alipay'])[1 + stay_id % 4], leave_time
  from seeded where fee > 0 and not is_unresolved and not is_manual order by stay_id;
insert into parking.review_item (park_sn, booth_id, reason, stay_id, raised_at, resolved_at, resolution)
  select park_sn, leave_booth, case when is_unresolved then 'unresolved' else 'manual_release' end, stay_id,
    leave_time, case when stay_id % 3 > 0 then leave_time end, case when stay_id % 3 > 0 then 'waived' end
  from seeded where is_unresolved or is_manual order by stay_id;

-- One stay in a hundred is one that a partner sold the night for, a day before.
insert into parking.lease_window (app_id, park_sn, plate, window_date, start_time, end_time, begins_at, ends_at,
    offer_check, source, received_at)
  select 'cjj-test', park_sn, plate, day, '19:00', '07:30', (day + time '19:00') at time zone 'Asia/Shanghai',
    (day + 1 + time '07:30') at time zone 'Asia/Shanghai', 'inside', 'order',
    (day - 1 + time '19:00') at time zone 'Asia/Shanghai'
  from (select park_sn, plate, ((leave_time - interval '7 h') at time zone 'Asia/Shanghai')::date as day
    from seeded where stay_id % 100 = 3) s
  on conflict do nothing;

insert into parking.arrival (arrival_id, park_sn, booth_id, plate, license, category, state, first_read_at,
    last_read_at, stay_id, enter_time, leave_time, pay_status, released_at, pressed_at, press, shift_id)
  select 2 * stay_id + w.is_exit, park_sn, case w.is_exit when 0 then enter_booth else leave_booth end, plate, plate,
    category, case w.is_exit when 0 then 'entered' else 'left' end, w.at, w.at, stay_id, enter_time,
    case w.is_exit when 1 then w.at end, case when w.is_exit = 0 then 0 when fee = 0 then 2 else 1 end, w.at,
    case w.is_exit when 1 then w.at end, case w.is_exit when 1 then 'leave' end,
    case w.is_exit when 1 then shift_id end
  from seeded, seed.span s cross join lateral (values (0, enter_time), (1, leave_time)) w (is_exit, at)
  where leave_time > s.ends_at - make_interval(days => :events) and (w.is_exit = 0 or not is_unresolved)
  order by stay_id, w.is_exit;
insert into parking.opening (park_sn, booth_id, arrival_id, cause, display, decided_at, expires_at,
    delivered_at, delivered_by)
  select park_sn, booth_id, arrival_id, case state when 'left' then 'press' else 'read' end, '',
    first_read_at, first_read_at + interval '10 s', first_read_at + interval '1 s',
    case state when 'left' then 'poll' else 'reply' end
  from parking.arrival where arrival_id between 2 * :first and 2 * :last + 1 order by arrival_id;
insert into parking.capture (park_sn, booth_id, device_id, vendor, event_id, received_at, captured_at,
    plate_raw, plate, plate_kind, arrival_id, reply, reply_type)
  select park_sn, booth_id, booth_id, 'generic', 'e-' || arrival_id, first_read_at, first_read_at, license,
    plate, 'civil', arrival_id, '{"code":0}', 'application/json'
  from parking.arrival, seed.span s
  where arrival_id between 2 * :first and 2 * :last + 1 and first_read_at > s.ends_at - interval '30 days'
  order by arrival_id;
