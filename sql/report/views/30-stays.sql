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
  select t.park_sn::text, p.park_name, t.day, t.hour::integer as hour, t.inside::bigint as inside,
    t.highest::bigint as highest, t.entered::bigint as entered, t.gone::bigint as gone, p.places
  from report.level_total t join parking.park p using (park_sn);
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

-- The highest number and, of its hours, the first: as one number, for which nothing has to be sorted.
create or replace view report.peaks with (security_barrier) as
  select m.park_sn, m.park_name, m.day, 23 - (m.top % 24)::integer as hour, m.top / 24 as highest, m.places,
    round(100.0 * (m.top / 24) / nullif(m.places, 0), 1) as percent
  from (
    select o.park_sn, o.park_name, o.day, o.places, max(o.highest * 24 + 23 - o.hour) as top
    from report.occupancy o group by o.park_sn, o.park_name, o.day, o.places) m;
comment on view report.peaks is 'The fullest hour of each day.';
comment on column report.peaks.park_sn is 'The park.';
comment on column report.peaks.park_name is 'Its name.';
comment on column report.peaks.day is 'The day of the park.';
comment on column report.peaks.hour is 'The first of its fullest hours, 0 to 23.';
comment on column report.peaks.highest is 'The most vehicles inside in that hour.';
comment on column report.peaks.places is 'Places of the park today.';
comment on column report.peaks.percent is 'highest of places, in percent; null: the park has no places.';

grant select on report.stays, report.occupancy, report.peaks to gatehouse_report, gatehouse_admin;
