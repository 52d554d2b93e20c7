-- Stays and how full the parks are.

create or replace view report.stays with (security_barrier) as
  select t.park_sn::text, p.park_name, t.day,
    (array ['temporary', 'monthly', 'free', 'blacklisted'])[t.category + 1] as category,
    (array ['to 30 min', 'to 1 h', 'to 2 h', 'to 4 h', 'to 8 h', 'to 24 h', 'longer', 'unknown'])
      [t.length_class + 1] as length,
    t.length_class, sum(t.stays)::bigint as stays, sum(t.minutes)::bigint as minutes,
    sum(t.charged)::bigint as charged, sum(t.coupon_amount)::bigint as coupon_amount,
    sum(t.paid)::bigint as paid, sum(t.free)::bigint as free, sum(t.manual)::bigint as manual
  from report.stay_total t join parking.park p using (park_sn)
  group by t.park_sn, p.park_name, t.day, t.category, t.length_class;
comment on view report.stays is 'Stays of vehicles that left, by day, park, category and length.';
comment on column report.stays.park_sn is 'The park.';
comment on column report.stays.park_name is 'Its name.';
comment on column report.stays.day is 'The day of the park on which they left.';
comment on column report.stays.category is 'How they were charged: temporary, monthly, free; blacklisted for who was so while inside.';
comment on column report.stays.length is 'How long they stayed, each bound included; unknown: nobody saw them enter.';
comment on column report.stays.length_class is 'The same as a number, to sort by.';
comment on column report.stays.stays is 'How many.';
comment on column report.stays.minutes is 'Whole minutes of all of them.';
comment on column report.stays.charged is 'Fees before coupons, in fen.';
comment on column report.stays.coupon_amount is 'What coupons took off, in fen.';
comment on column report.stays.paid is 'What was paid at the exit, in fen; report.income knows what was reversed.';
comment on column report.stays.free is 'Of them, with nothing to pay.';
comment on column report.stays.manual is 'Of them, released by hand without payment.';

create or replace view report.occupancy with (security_barrier) as
  with level as (
    select f.park_sn, f.slot, sum(f.entered) as entered, sum(f.gone) as gone,
      sum(sum(f.entered) - sum(f.gone)) over (partition by f.park_sn order by f.slot) as after
    from report.flow_total f group by f.park_sn, f.slot),
  hour as (
    select l.park_sn, date_trunc('hour', l.slot at time zone p.time_zone) as hour,
      (array_agg(l.after - l.entered + l.gone order by l.slot))[1] as inside,
      (array_agg(l.after order by l.slot desc))[1] as after,
      max(greatest(l.after, l.after - l.entered + l.gone)) as highest,
      sum(l.entered) as entered, sum(l.gone) as gone
    from level l join parking.park p using (park_sn) group by 1, 2),
  -- An hour in which nothing moved is as the one before left it.
  held as (
    select h.*, coalesce(lead(h.hour) over (partition by h.park_sn order by h.hour),
      date_trunc('hour', now() at time zone p.time_zone) + interval '1 hour') as next
    from hour h join parking.park p using (park_sn))
  select h.park_sn::text, p.park_name, g.hour::date as day,
    extract(hour from g.hour)::integer as hour,
    case g.hour when h.hour then h.inside else h.after end::bigint as inside,
    case g.hour when h.hour then h.highest else h.after end::bigint as highest,
    case g.hour when h.hour then h.entered else 0 end::bigint as entered,
    case g.hour when h.hour then h.gone else 0 end::bigint as gone, p.places
  from held h join parking.park p using (park_sn)
  cross join lateral generate_series(h.hour, greatest(h.hour, h.next - interval '1 hour'),
    interval '1 hour') g (hour);
comment on view report.occupancy is
  'How full a park was in each hour, from the stays whose entry is known. Peaks are those at the quarters of the hour.';
comment on column report.occupancy.park_sn is 'The park.';
comment on column report.occupancy.park_name is 'Its name.';
comment on column report.occupancy.day is 'The day of the park.';
comment on column report.occupancy.hour is 'The hour of its clocks, 0 to 23.';
comment on column report.occupancy.inside is 'Vehicles inside when the hour began.';
comment on column report.occupancy.highest is 'The most at any quarter of that hour.';
comment on column report.occupancy.entered is 'Vehicles that came in.';
comment on column report.occupancy.gone is 'Vehicles that went out.';
comment on column report.occupancy.places is 'Places of the park today.';

create or replace view report.peaks with (security_barrier) as
  select distinct on (o.park_sn, o.day) o.park_sn, o.park_name, o.day, o.hour, o.highest, o.places,
    round(100.0 * o.highest / nullif(o.places, 0), 1) as percent
  from report.occupancy o order by o.park_sn, o.day, o.highest desc, o.hour;
comment on view report.peaks is 'The fullest hour of each day.';
comment on column report.peaks.park_sn is 'The park.';
comment on column report.peaks.park_name is 'Its name.';
comment on column report.peaks.day is 'The day of the park.';
comment on column report.peaks.hour is 'The first of its fullest hours, 0 to 23.';
comment on column report.peaks.highest is 'The most vehicles inside in that hour.';
comment on column report.peaks.places is 'Places of the park today.';
comment on column report.peaks.percent is 'highest of places, in percent; null: the park has no places.';

grant select on report.stays, report.occupancy, report.peaks to gatehouse_report, gatehouse_admin;
