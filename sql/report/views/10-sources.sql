-- What was written down since the summaries were, in the summaries' own shape, and both together.
-- Nobody but the views' owner reads these, and the function that takes a slice into the summaries.
-- The bounds are in parking.summary_state; within that function's transaction they are a slice's.
-- "offset 0" and "materialized" see to it that what is not summarised is looked for by those bounds and
-- once, and never park by park, whatever the planner believes of the number of parks.

create or replace view report.fresh_stay with (security_barrier) as
  select s.park_sn, s.category, s.outcome, s.enter_time, s.leave_time, s.leave_booth_id, s.total_amount,
    s.coupon_minutes, s.coupon_amount, s.paid_amount, s.pay_status, s.is_manual, s.shift_id
  from parking.stay s
  where s.closed_at >= (select begins_at from parking.summary_state)
    and s.closed_at < (select ends_at from parking.summary_state) offset 0;

create or replace view report.income_source with (security_barrier) as
  select y.park_sn, (y.booked_at at time zone p.time_zone)::date as day, y.booth_id::text, y.shift_id,
    y.pay_method, count(*) filter (where y.kind = 'payment') as payments,
    coalesce(sum(y.amount) filter (where y.kind = 'payment'), 0)::bigint as paid,
    count(*) filter (where y.kind = 'reversal') as reversals,
    coalesce(sum(y.amount) filter (where y.kind = 'reversal'), 0)::bigint as reversed
  from (
    select * from parking.payment
    where booked_at >= (select begins_at from parking.summary_state)
      and booked_at < (select ends_at from parking.summary_state) offset 0) y
  join parking.park p using (park_sn)
  group by 1, 2, 3, 4, 5;

create or replace view report.stay_source with (security_barrier) as
  select s.park_sn, (s.leave_time at time zone p.time_zone)::date as day, s.category::smallint,
    case when s.enter_time is null then 7
      when s.leave_time - s.enter_time <= interval '30 min' then 0
      when s.leave_time - s.enter_time <= interval '1 h' then 1
      when s.leave_time - s.enter_time <= interval '2 h' then 2
      when s.leave_time - s.enter_time <= interval '4 h' then 3
      when s.leave_time - s.enter_time <= interval '8 h' then 4
      when s.leave_time - s.enter_time <= interval '24 h' then 5
      else 6 end::smallint as length_class,
    count(*) as stays,
    coalesce(sum(floor(extract(epoch from s.leave_time - s.enter_time) / 60)), 0)::bigint as minutes,
    coalesce(sum(s.total_amount), 0)::bigint as charged,
    sum(s.coupon_amount)::bigint as coupon_amount, sum(s.paid_amount)::bigint as paid,
    count(*) filter (where s.pay_status = 2) as free, count(*) filter (where s.is_manual) as manual
  from report.fresh_stay s join parking.park p using (park_sn)
  where s.outcome = 'left'
  group by 1, 2, 3, 4;

create or replace view report.exit_source with (security_barrier) as
  select s.park_sn, (s.leave_time at time zone p.time_zone)::date as day,
    coalesce(s.leave_booth_id::text, '') as booth_id, coalesce(s.shift_id, 0) as shift_id,
    count(*) as exits, count(*) filter (where s.pay_status = 2) as free,
    count(*) filter (where s.is_manual) as manual,
    coalesce(sum(s.total_amount - s.coupon_amount) filter (where s.is_manual), 0)::bigint
      as manual_amount,
    count(*) filter (where s.is_manual and s.total_amount is null) as manual_unknown,
    count(*) filter (where s.coupon_minutes > 0) as coupons,
    sum(s.coupon_minutes)::bigint as coupon_minutes, sum(s.coupon_amount)::bigint as coupon_amount
  from report.fresh_stay s join parking.park p using (park_sn)
  where s.outcome = 'left'
  group by 1, 2, 3, 4;

-- The planner expects a thousand rows of each generate_series, and ten of each array, which is nearer.

-- How many were inside at the quarters of an hour, from the hour of the first of these stays' entries to
-- that of the last of their exits.
create or replace view report.level_source with (security_barrier) as
  with moved as (
    select s.park_sn, p.time_zone, m.entered, m.gone,
      m.at - (m.at at time zone p.time_zone - date_trunc('hour', m.at at time zone p.time_zone)) as at,
      extract(minute from m.at at time zone p.time_zone) as minute
    from report.fresh_stay s
    join parking.park p using (park_sn)
    cross join lateral (values (s.enter_time, 1, 0), (s.leave_time, 0, 1)) m (at, entered, gone)
    where s.outcome in ('left', 'unresolved') and s.enter_time is not null),
  change as (
    select park_sn, time_zone, at, sum(entered) as entered, sum(gone) as gone,
      coalesce(sum(entered - gone) filter (where minute < 15), 0) as by_15,
      coalesce(sum(entered - gone) filter (where minute < 30), 0) as by_30,
      coalesce(sum(entered - gone) filter (where minute < 45), 0) as by_45,
      sum(entered - gone) as by_60
    from moved group by park_sn, time_zone, at),
  level as (
    select c.*, sum(c.by_60) over way - c.by_60 as inside, sum(c.by_60) over way as after,
      lead(c.at) over way as next
    from change c window way as (partition by c.park_sn order by c.at))
  -- An hour in which nothing moved is as the one before left it.
  select l.park_sn, g.at, (g.at at time zone l.time_zone)::date as day,
    extract(hour from g.at at time zone l.time_zone)::smallint as hour,
    case g.at when l.at then l.inside else l.after end::integer as inside,
    case g.at when l.at then l.inside + l.by_15 else l.after end::integer as inside_15,
    case g.at when l.at then l.inside + l.by_30 else l.after end::integer as inside_30,
    case g.at when l.at then l.inside + l.by_45 else l.after end::integer as inside_45,
    l.after::integer as inside_60, case g.at when l.at then l.entered else 0 end::integer as entered,
    case g.at when l.at then l.gone else 0 end::integer as gone
  from level l
  cross join lateral unnest(array(select generate_series(
    l.at, greatest(l.at, l.next - interval '1 hour'), interval '1 hour'))) g (at);

-- Of the stays that are open: how many were inside when a day began, for each day after the first entry;
create or replace view report.level_days with (security_barrier) as
  with change as (
    select o.park_sn, p.time_zone, (o.enter_time at time zone p.time_zone)::date as day, count(*) as entered
    from parking.open_stay o join parking.park p using (park_sn)
    where o.enter_time is not null group by 1, 2, 3),
  level as (
    select c.park_sn, c.time_zone, c.day, sum(c.entered) over way as inside, lead(c.day) over way as next
    from change c window way as (partition by c.park_sn order by c.day))
  select l.park_sn, g.day::date as day, l.inside::integer as inside
  from level l
  cross join lateral unnest(array(select generate_series(
    (l.day + 1)::timestamp, coalesce(l.next, (now() at time zone l.time_zone)::date)::timestamp,
    interval '1 day'))) g (day);

-- and at the quarters of each hour from an entry to the end of its day.
create or replace view report.level_hours with (security_barrier) as
  with moved as (
    select o.park_sn, p.time_zone, extract(minute from o.enter_time at time zone p.time_zone) as minute,
      o.enter_time - (o.enter_time at time zone p.time_zone
        - date_trunc('hour', o.enter_time at time zone p.time_zone)) as at
    from parking.open_stay o join parking.park p using (park_sn) where o.enter_time is not null),
  change as (
    select park_sn, time_zone, at, count(*) as entered, count(*) filter (where minute < 15) as by_15,
      count(*) filter (where minute < 30) as by_30, count(*) filter (where minute < 45) as by_45
    from moved group by park_sn, time_zone, at),
  level as (
    select c.*, sum(c.entered) over way - c.entered as inside, lead(c.at) over way as next,
      ((c.at at time zone c.time_zone)::date + 1)::timestamp at time zone c.time_zone as midnight
    from change c window way as (partition by c.park_sn order by c.at))
  select l.park_sn, g.at, case g.at when l.at then l.inside else l.inside + l.entered end::integer as inside,
    (l.inside + case g.at when l.at then l.by_15 else l.entered end)::integer as inside_15,
    (l.inside + case g.at when l.at then l.by_30 else l.entered end)::integer as inside_30,
    (l.inside + case g.at when l.at then l.by_45 else l.entered end)::integer as inside_45,
    (l.inside + l.entered)::integer as inside_60, case g.at when l.at then l.entered else 0 end::integer as entered
  from level l
  cross join lateral unnest(array(select generate_series(
    l.at, least(l.next, l.midnight) - interval '1 hour', interval '1 hour'))) g (at);

-- The hours that have no row in the summary, of parks that anybody ever entered: those since the last one,
-- and those before the first when somebody is heard of who came before.
create or replace view report.level_missing with (security_barrier) as
  with bounds as (
    select p.park_sn, p.time_zone, n.at as new_from,
      (select min(l.at) from parking.level_summary l where l.park_sn = p.park_sn) as known_from,
      (select max(l.at) from parking.level_summary l where l.park_sn = p.park_sn) as known_to
    from parking.park p
    left join (
      select park_sn, min(at) as at from (
        select park_sn, at from report.level_source
        union all select park_sn, at from report.level_hours) b group by park_sn) n using (park_sn))
  select b.park_sn, g.at, (g.at at time zone b.time_zone)::date as day,
    extract(hour from g.at at time zone b.time_zone)::smallint as hour
  from bounds b
  cross join lateral unnest(array(
    select generate_series(coalesce(b.known_to + interval '1 hour', b.new_from),
      least(now(), (select ends_at from parking.summary_state)), interval '1 hour')
    union all
    select generate_series(b.new_from, b.known_from - interval '1 hour', interval '1 hour'))) g (at);

create or replace view report.lane_source with (security_barrier) as
  select e.park_sn, (e.at at time zone p.time_zone)::date as day, e.booth_id::text,
    sum(e.vehicles)::bigint as vehicles, sum(e.reads)::bigint as reads, sum(e.typed)::bigint as typed,
    sum(e.openings)::bigint as openings, sum(e.repeats)::bigint as repeats,
    sum(e.by_device)::bigint as by_device
  from (
    select c.park_sn, c.booth_id, c.received_at as at,
      (c.device_id is not null and not exists (
        select from parking.capture f
        where f.arrival_id = c.arrival_id and f.capture_id < c.capture_id))::integer as vehicles,
      (c.device_id is not null)::integer as reads, (c.device_id is null)::integer as typed,
      0 as openings, 0 as repeats, 0 as by_device
    from parking.capture c
    where c.received_at >= (select begins_at from parking.summary_state)
      and c.received_at < (select ends_at from parking.summary_state)
    union all
    select o.park_sn, o.booth_id, o.decided_at, 0, 0, 0, 1, (o.cause = 'repeat')::integer, 0
    from parking.opening o
    where o.decided_at >= (select begins_at from parking.summary_state)
      and o.decided_at < (select ends_at from parking.summary_state)
    union all
    select r.park_sn, r.booth_id, r.raised_at, 0, 0, 0, 0, 0, 1
    from parking.review_item r
    where r.raised_at >= (select begins_at from parking.summary_state)
      and r.raised_at < (select ends_at from parking.summary_state)
      and r.reason = 'opened_by_device' and r.booth_id is not null offset 0) e
  join parking.park p using (park_sn)
  group by 1, 2, 3;

create or replace view report.device_source with (security_barrier) as
  select e.park_sn, (e.at at time zone p.time_zone)::date as day, e.device_id::text,
    sum(e.reads)::bigint as reads, sum(e.replays)::bigint as replays, sum(e.unsure)::bigint as unsure,
    sum(e.plateless)::bigint as plateless, sum(e.repeats)::bigint as repeats,
    sum(e.others)::bigint as others
  from (
    select c.park_sn, c.device_id, c.received_at as at, 1 as reads, c.is_replay::integer as replays,
      coalesce(c.confidence < 800, false)::integer as unsure, (c.plate is null)::integer as plateless,
      0 as repeats, 0 as others
    from parking.capture c
    where c.received_at >= (select begins_at from parking.summary_state)
      and c.received_at < (select ends_at from parking.summary_state) and c.device_id is not null
    union all
    select v.park_sn, v.device_id, v.received_at, 0, 0, 0, 0, v.is_repeat::integer,
      (v.kind <> 'capture')::integer
    from parking.device_event v
    where v.received_at >= (select begins_at from parking.summary_state)
      and v.received_at < (select ends_at from parking.summary_state)
      and (v.is_repeat or v.kind <> 'capture') offset 0) e
  join parking.park p using (park_sn)
  group by 1, 2, 3;

-- A stay may be written down after the window was sold, and a window after the stay.
create or replace view report.lease_source with (security_barrier) as
  select u.window_id, u.park_sn, max(u.leave_time) as left_at
  from (
    select w.window_id, w.park_sn, s.leave_time
    from (
      select park_sn, plate, enter_time, leave_time from parking.stay
      where closed_at >= (select begins_at from parking.summary_state)
        and closed_at < (select ends_at from parking.summary_state) and outcome <> 'void' offset 0) s
    join parking.lease_window w on w.park_sn = s.park_sn and w.plate = s.plate
      and w.begins_at < s.leave_time and w.ends_at > s.enter_time
    union all
    select w.window_id, w.park_sn, s.leave_time
    from (
      select window_id, park_sn, plate, begins_at, ends_at from parking.lease_window
      where received_at >= (select begins_at from parking.summary_state)
        and received_at < (select ends_at from parking.summary_state) offset 0) w
    cross join lateral (
      select t.leave_time from parking.stay t
      -- Those of the slice are above. Nobody leaves a day after the stay was written down, so that months
      -- that come after it need not be looked through.
      where t.park_sn = w.park_sn and t.plate = w.plate and t.leave_time > w.begins_at
        and t.leave_time < (select begins_at + interval '1 day' from parking.summary_state)
        and t.closed_at < (select begins_at from parking.summary_state)
        and t.enter_time < w.ends_at and t.outcome <> 'void' offset 0) s) u
  group by u.window_id, u.park_sn;

create or replace view report.income_total with (security_barrier) as
  with source as materialized (select * from report.income_source)
  select * from parking.income_summary union all select * from source;
create or replace view report.stay_total with (security_barrier) as
  with source as materialized (select * from report.stay_source)
  select park_sn, day, category::smallint, length_class, stays, minutes, charged, coupon_amount, paid,
    free, manual from parking.stay_summary
  union all select * from source;
create or replace view report.exit_total with (security_barrier) as
  with source as materialized (select * from report.exit_source)
  select * from parking.exit_summary union all select * from source;
create or replace view report.level_total with (security_barrier) as
  with source as materialized (select * from report.level_source),
  hours as materialized (select * from report.level_hours),
  days as materialized (select * from report.level_days)
  select t.park_sn, t.day, t.hour,
    t.inside + coalesce(s.inside, 0) + coalesce(h.inside, d.inside, 0) as inside,
    greatest(t.inside + coalesce(s.inside, 0) + coalesce(h.inside, d.inside, 0),
      t.inside_15 + coalesce(s.inside_15, 0) + coalesce(h.inside_15, d.inside, 0),
      t.inside_30 + coalesce(s.inside_30, 0) + coalesce(h.inside_30, d.inside, 0),
      t.inside_45 + coalesce(s.inside_45, 0) + coalesce(h.inside_45, d.inside, 0),
      t.inside_60 + coalesce(s.inside_60, 0) + coalesce(h.inside_60, d.inside, 0)) as highest,
    t.entered + coalesce(s.entered, 0) + coalesce(h.entered, 0) as entered,
    t.gone + coalesce(s.gone, 0) as gone
  from (
    select * from parking.level_summary
    union all
    select m.*, 0, 0, 0, 0, 0, 0, 0 from report.level_missing m) t
  left join source s on s.park_sn = t.park_sn and s.at = t.at
  left join hours h on h.park_sn = t.park_sn and h.at = t.at
  left join days d on d.park_sn = t.park_sn and d.day = t.day;
create or replace view report.lane_total with (security_barrier) as
  with source as materialized (select * from report.lane_source)
  select * from parking.lane_summary union all select * from source;
create or replace view report.device_total with (security_barrier) as
  with source as materialized (select * from report.device_source)
  select * from parking.device_summary union all select * from source;
create or replace view report.lease_total with (security_barrier) as
  with source as materialized (select * from report.lease_source)
  select window_id, max(left_at) as left_at
  from (select * from parking.lease_summary union all select * from source) u group by window_id;

grant select on report.income_source, report.stay_source, report.exit_source, report.level_source,
  report.level_missing, report.lane_source, report.device_source, report.lease_source
  to gatehouse_owner;
-- These are parts of the reports and not reports: comments say so for who looks.
do $$
declare
  part record;
begin
  for part in
    select c.oid::regclass as name, a.attname from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
    where c.relnamespace = 'report'::regnamespace and c.relname ~ '_(source|days|hours|missing|total)$|^fresh_'
  loop
    execute format('comment on view %s is %L', part.name,
      'A part of the reports: what the summary of that name holds'
      || case when part.name::text !~ '_total$' then ' not yet.' else ', and what it does not hold yet.' end);
    execute format('comment on column %s.%I is %L', part.name, part.attname,
      coalesce((select col_description(s.oid, b.attnum) from pg_class s
          join pg_attribute b on b.attrelid = s.oid
        where s.relnamespace = 'parking'::regnamespace and b.attname = part.attname
          and s.relname = regexp_replace(part.name::text, '^report\.(.*)_.*$', '\1_summary')),
        'As in the summary.'));
  end loop;
end
$$;
