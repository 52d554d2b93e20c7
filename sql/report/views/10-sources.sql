-- What was written down since the summaries were, in the summaries' own shape, and both together.
-- Nobody but the views' owner reads these, and the function that takes a slice into the summaries.
-- The bounds are in parking.summary_state; within that function's transaction they are a slice's.

create or replace view report.income_source with (security_barrier) as
  select y.park_sn, (y.booked_at at time zone p.time_zone)::date as day, y.booth_id::text, y.shift_id,
    y.pay_method, count(*) filter (where y.kind = 'payment') as payments,
    coalesce(sum(y.amount) filter (where y.kind = 'payment'), 0)::bigint as paid,
    count(*) filter (where y.kind = 'reversal') as reversals,
    coalesce(sum(y.amount) filter (where y.kind = 'reversal'), 0)::bigint as reversed
  from parking.payment y join parking.park p using (park_sn)
  where y.booked_at >= (select begins_at from parking.summary_state)
    and y.booked_at < (select ends_at from parking.summary_state)
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
  from parking.stay s join parking.park p using (park_sn)
  where s.closed_at >= (select begins_at from parking.summary_state)
    and s.closed_at < (select ends_at from parking.summary_state) and s.outcome = 'left'
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
  from parking.stay s join parking.park p using (park_sn)
  where s.closed_at >= (select begins_at from parking.summary_state)
    and s.closed_at < (select ends_at from parking.summary_state) and s.outcome = 'left'
  group by 1, 2, 3, 4;

create or replace view report.flow_source with (security_barrier) as
  select s.park_sn, to_timestamp(floor(extract(epoch from e.at) / 900) * 900) as slot,
    count(*) filter (where e.is_entry) as entered, count(*) filter (where not e.is_entry) as gone
  from parking.stay s
  cross join lateral (values (s.enter_time, true), (s.leave_time, false)) e (at, is_entry)
  where s.closed_at >= (select begins_at from parking.summary_state)
    and s.closed_at < (select ends_at from parking.summary_state)
    and s.outcome in ('left', 'unresolved') and s.enter_time is not null
  group by 1, 2;

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
      and r.reason = 'opened_by_device' and r.booth_id is not null) e
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
      and (v.is_repeat or v.kind <> 'capture')) e
  join parking.park p using (park_sn)
  group by 1, 2, 3;

create or replace view report.income_total with (security_barrier) as
  select * from parking.income_summary union all select * from report.income_source;
create or replace view report.stay_total with (security_barrier) as
  select park_sn, day, category::smallint, length_class, stays, minutes, charged, coupon_amount, paid,
    free, manual from parking.stay_summary
  union all select * from report.stay_source;
create or replace view report.exit_total with (security_barrier) as
  select * from parking.exit_summary union all select * from report.exit_source;
create or replace view report.flow_total with (security_barrier) as
  select * from parking.flow_summary union all select * from report.flow_source
  union all
  select park_sn, to_timestamp(floor(extract(epoch from enter_time) / 900) * 900), 1, 0
  from parking.open_stay where enter_time is not null;
create or replace view report.lane_total with (security_barrier) as
  select * from parking.lane_summary union all select * from report.lane_source;
create or replace view report.device_total with (security_barrier) as
  select * from parking.device_summary union all select * from report.device_source;

grant select on report.income_source, report.stay_source, report.exit_source, report.flow_source,
  report.lane_source, report.device_source to gatehouse_owner;
-- These are parts of the reports and not reports: comments say so for who looks.
do $$
declare
  part record;
begin
  for part in
    select c.oid::regclass as name, a.attname from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
    where c.relnamespace = 'report'::regnamespace and c.relname ~ '_(source|total)$'
  loop
    execute format('comment on view %s is %L', part.name,
      'A part of the reports: what the summary of that name holds'
      || case when part.name::text ~ '_source$' then ' not yet.' else ', and what it does not hold yet.' end);
    execute format('comment on column %s.%I is %L', part.name, part.attname,
      coalesce((select col_description(s.oid, b.attnum) from pg_class s
          join pg_attribute b on b.attrelid = s.oid
        where s.relnamespace = 'parking'::regnamespace and b.attname = part.attname
          and s.relname = regexp_replace(part.name::text, '^report\.(.*)_.*$', '\1_summary')),
        'As in the summary.'));
  end loop;
end
$$;
