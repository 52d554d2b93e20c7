-- What has to be looked at: manual releases, stays that nobody paid, devices.

create or replace view report.releases with (security_barrier) as
  select t.park_sn::text, p.park_name, t.day, t.booth_id, coalesce(a.display_name, '') as attendant,
    sum(t.exits)::bigint as exits, sum(t.manual)::bigint as manual,
    sum(t.manual_amount)::bigint as manual_amount, sum(t.manual_unknown)::bigint as manual_unknown
  from report.exit_total t
  join parking.park p using (park_sn)
  left join parking.shift s on s.shift_id = t.shift_id
  left join parking.account a on a.account_id = s.account_id
  group by t.park_sn, p.park_name, t.day, t.booth_id, coalesce(a.display_name, '');
comment on view report.releases is 'Releases by hand without payment, by day, park, booth and attendant.';
comment on column report.releases.park_sn is 'The park.';
comment on column report.releases.park_name is 'Its name.';
comment on column report.releases.day is 'The day of the park.';
comment on column report.releases.booth_id is 'The booth.';
comment on column report.releases.attendant is 'The attendant; empty: the booth''s own shift.';
comment on column report.releases.exits is 'Vehicles that left.';
comment on column report.releases.manual is 'Of them, released by hand without payment.';
comment on column report.releases.manual_amount is 'What those would have had to pay, in fen.';
comment on column report.releases.manual_unknown is 'Of those, whose fee could not be computed.';

create or replace view report.leakage with (security_barrier) as
  select coalesce(e.park_sn, l.park_sn)::text as park_sn, p.park_name, coalesce(e.day, l.day) as day,
    coalesce(e.booth_id, l.booth_id) as booth_id, b.booth_name,
    coalesce(l.vehicles, 0)::bigint as vehicles, coalesce(l.typed, 0)::bigint as typed,
    coalesce(e.exits, 0)::bigint as exits, coalesce(e.manual, 0)::bigint as manual,
    coalesce(e.manual_amount, 0)::bigint as manual_amount,
    coalesce(l.openings, 0)::bigint as openings, coalesce(l.repeats, 0)::bigint as repeats,
    coalesce(l.by_device, 0)::bigint as by_device
  from (
    select park_sn, day, booth_id, sum(exits) as exits, sum(manual) as manual,
      sum(manual_amount) as manual_amount
    from report.exit_total group by park_sn, day, booth_id) e
  full join (
    select t.park_sn, t.day, t.booth_id, sum(t.vehicles) as vehicles, sum(t.typed) as typed,
      sum(t.openings) as openings, sum(t.repeats) as repeats, sum(t.by_device) as by_device
    from report.lane_total t
    join parking.booth o on o.park_sn = t.park_sn and o.booth_id = t.booth_id and o.direction = 'exit'
    group by t.park_sn, t.day, t.booth_id) l
    on l.park_sn = e.park_sn and l.day = e.day and l.booth_id = e.booth_id
  join parking.park p on p.park_sn = coalesce(e.park_sn, l.park_sn)
  left join parking.booth b on b.park_sn = p.park_sn and b.booth_id = coalesce(e.booth_id, l.booth_id);
comment on view report.leakage is
  'Exits beside what cameras saw there: where vehicles leave by hand, by a second opening or by a barrier that opened by itself, money may leave with them.';
comment on column report.leakage.park_sn is 'The park.';
comment on column report.leakage.park_name is 'Its name.';
comment on column report.leakage.day is 'The day of the park.';
comment on column report.leakage.booth_id is 'The exit booth; empty when nobody knows.';
comment on column report.leakage.booth_name is 'Its name.';
comment on column report.leakage.vehicles is 'Vehicles that the cameras read there.';
comment on column report.leakage.typed is 'Plates that an attendant typed there.';
comment on column report.leakage.exits is 'Vehicles that were let out.';
comment on column report.leakage.manual is 'Of them, released by hand without payment.';
comment on column report.leakage.manual_amount is 'What those would have had to pay, in fen.';
comment on column report.leakage.openings is 'Openings of the barrier that we decided.';
comment on column report.leakage.repeats is 'Of them, a press again for a vehicle that was let through already.';
comment on column report.leakage.by_device is 'Openings that the barrier reported and nobody here decided.';

create or replace view report.unresolved with (security_barrier) as
  select o.park_sn::text, p.park_name, (o.leave_time at time zone p.time_zone)::date as day, o.stay_id,
    o.why, o.enter_time at time zone p.time_zone as entered, o.leave_time at time zone p.time_zone as gone,
    o.amount, case when r.stay_id is null then 'none' when r.open then 'open' else r.resolution end as review
  from (
    select s.park_sn, s.stay_id, s.enter_time, s.leave_time,
      case when s.outcome = 'unresolved' then 'unresolved' when s.is_manual then 'manual_release'
        else 'unpaid' end as why,
      (s.total_amount - s.coupon_amount)::bigint as amount
    from parking.stay s
    where s.outcome = 'unresolved' or s.outcome = 'left' and s.pay_status = 0
    union all
    select y.park_sn, y.stay_id, s.enter_time, s.leave_time, 'payment_reversed', y.amount::bigint
    from parking.payment y join parking.stay s on s.stay_id = y.stay_id
    where y.kind = 'reversal') o
  join parking.park p using (park_sn)
  left join (
    select i.stay_id, bool_or(i.resolved_at is null) as open, max(i.resolution) as resolution
    from parking.review_item i
    where i.reason in ('unresolved', 'no_entry', 'manual_release', 'replayed_exit', 'abandoned',
      'payment_reversed')
    group by i.stay_id) r on r.stay_id = o.stay_id;
comment on view report.unresolved is
  'Stays that ended without their money: whose exit was missed, released by hand, unpaid, or with a payment that was reversed.';
comment on column report.unresolved.park_sn is 'The park.';
comment on column report.unresolved.park_name is 'Its name.';
comment on column report.unresolved.day is 'The day of the park up to which it was charged.';
comment on column report.unresolved.stay_id is 'The stay.';
comment on column report.unresolved.why is 'unresolved (its exit was missed), manual_release, unpaid (its exit was heard of later), payment_reversed.';
comment on column report.unresolved.entered is 'When it entered, by the park''s clocks; null when nobody saw it.';
comment on column report.unresolved.gone is 'The instant up to which it was charged.';
comment on column report.unresolved.amount is 'What is owed, in fen; null: the fee could not be computed.';
comment on column report.unresolved.review is 'open, or how it was resolved: confirmed, mistake, collected, waived, pursued, closed; none: it is on no list.';

create or replace view report.devices with (security_barrier) as
  select t.park_sn::text, p.park_name, t.day, t.device_id, d.booth_id::text, sum(t.reads)::bigint as reads,
    sum(t.repeats)::bigint as repeats, sum(t.replays)::bigint as replays,
    sum(t.unsure)::bigint as unsure, sum(t.plateless)::bigint as plateless,
    sum(t.others)::bigint as others, max(d.last_seen_at) at time zone p.time_zone as last_seen,
    max(d.last_skew_ms) as last_skew_ms
  from report.device_total t
  join parking.park p using (park_sn)
  left join parking.device d on d.park_sn = t.park_sn and d.device_id = t.device_id
  group by t.park_sn, p.park_name, p.time_zone, t.day, t.device_id, d.booth_id;
comment on view report.devices is 'How cameras did, by day and device.';
comment on column report.devices.park_sn is 'The park.';
comment on column report.devices.park_name is 'Its name.';
comment on column report.devices.day is 'The day of the park.';
comment on column report.devices.device_id is 'The device.';
comment on column report.devices.booth_id is 'Its booth today.';
comment on column report.devices.reads is 'Reads, repetitions not counted.';
comment on column report.devices.repeats is 'Repetitions of known reads.';
comment on column report.devices.replays is 'Reads that the camera had stored: the network was away.';
comment on column report.devices.unsure is 'Reads with a confidence below 800 thousandths.';
comment on column report.devices.plateless is 'Reads without a plate.';
comment on column report.devices.others is 'Events that are no reads: loops, barriers, serial data.';
comment on column report.devices.last_seen is 'When the device was last heard of, whatever the day; by the park''s clocks.';
comment on column report.devices.last_skew_ms is 'How far its clock was ahead when it last sent its time, in milliseconds.';

grant select on report.releases, report.leakage, report.unresolved, report.devices
  to gatehouse_report, gatehouse_admin;
