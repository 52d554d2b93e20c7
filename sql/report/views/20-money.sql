-- Which parks there are, and what money they took.

create or replace view report.parks with (security_barrier) as
  select p.park_sn::text, p.park_name, o.operator_id::text, o.operator_name, p.time_zone::text, p.places
  from parking.park p join parking.operator o using (operator_id) where p.retired_at is null;
comment on view report.parks is 'The parks that a reader may see.';
comment on column report.parks.park_sn is 'The park.';
comment on column report.parks.park_name is 'Its name.';
comment on column report.parks.operator_id is 'Whose it is.';
comment on column report.parks.operator_name is 'The operator''s name.';
comment on column report.parks.time_zone is 'The zone of its days and hours.';
comment on column report.parks.places is 'How many vehicles it holds.';

-- Money: what was taken, what coupons took off, shifts and their differences.

create or replace view report.income with (security_barrier) as
  select t.park_sn::text, p.park_name, t.day, t.booth_id, b.booth_name,
    coalesce(a.display_name, '') as attendant, t.pay_method,
    sum(t.payments)::bigint as payments, sum(t.paid)::bigint as paid,
    sum(t.reversals)::bigint as reversals, sum(t.reversed)::bigint as reversed,
    sum(t.paid - t.reversed)::bigint as income
  from report.income_total t
  join parking.park p using (park_sn)
  left join parking.booth b on b.park_sn = t.park_sn and b.booth_id = t.booth_id
  left join parking.shift s on s.shift_id = t.shift_id
  left join parking.account a on a.account_id = s.account_id
  group by t.park_sn, p.park_name, t.day, t.booth_id, b.booth_name, coalesce(a.display_name, ''),
    t.pay_method;
comment on view report.income is
  'Money by day, park, booth, attendant and method. A reversal counts on the day on which it was booked; the payment that it takes back stays on its own.';
comment on column report.income.park_sn is 'The park.';
comment on column report.income.park_name is 'Its name.';
comment on column report.income.day is 'The day of the park on which it was booked.';
comment on column report.income.booth_id is 'The booth.';
comment on column report.income.booth_name is 'Its name.';
comment on column report.income.attendant is 'The attendant whose shift it was; empty: the booth''s own shift.';
comment on column report.income.pay_method is 'cash, wechat, alipay or other.';
comment on column report.income.payments is 'How many payments.';
comment on column report.income.paid is 'Their sum, in fen.';
comment on column report.income.reversals is 'How many payments of any day were reversed.';
comment on column report.income.reversed is 'Their sum, in fen.';
comment on column report.income.income is 'paid less reversed, in fen; negative when more was given back.';

create or replace view report.coupons with (security_barrier) as
  select t.park_sn::text, p.park_name, t.day, t.booth_id, coalesce(a.display_name, '') as attendant,
    sum(t.exits)::bigint as exits, sum(t.coupons)::bigint as coupons,
    sum(t.coupon_minutes)::bigint as coupon_minutes, sum(t.coupon_amount)::bigint as coupon_amount
  from report.exit_total t
  join parking.park p using (park_sn)
  left join parking.shift s on s.shift_id = t.shift_id
  left join parking.account a on a.account_id = s.account_id
  group by t.park_sn, p.park_name, t.day, t.booth_id, coalesce(a.display_name, '');
comment on view report.coupons is 'Coupons by day, park, booth and attendant.';
comment on column report.coupons.park_sn is 'The park.';
comment on column report.coupons.park_name is 'Its name.';
comment on column report.coupons.day is 'The day of the park on which the vehicle left.';
comment on column report.coupons.booth_id is 'The booth.';
comment on column report.coupons.attendant is 'The attendant; empty: the booth''s own shift.';
comment on column report.coupons.exits is 'Vehicles that left.';
comment on column report.coupons.coupons is 'Of them, with a coupon.';
comment on column report.coupons.coupon_minutes is 'Minutes that the coupons took off.';
comment on column report.coupons.coupon_amount is 'What that was worth, in fen.';

create or replace view report.shifts with (security_barrier) as
  select s.park_sn::text, p.park_name, (s.began_at at time zone p.time_zone)::date as day, s.shift_id,
    s.booth_id::text, coalesce(a.display_name, '') as attendant,
    s.began_at at time zone p.time_zone as began, s.ended_at at time zone p.time_zone as ended,
    e.exits, e.free, e.manual, e.coupons, m.cash, m.cashless, m.cash + m.cashless as income,
    h.expected_amount as expected, h.counted_amount::bigint as counted,
    h.counted_amount - h.expected_amount as difference, h.note
  from parking.shift s
  join parking.park p using (park_sn)
  left join parking.account a on a.account_id = s.account_id
  left join parking.handover h on h.shift_id = s.shift_id
  left join (
    select shift_id, sum(exits)::bigint as exits, sum(free)::bigint as free,
      sum(manual)::bigint as manual, sum(coupons)::bigint as coupons
    from report.exit_total group by shift_id) e on e.shift_id = s.shift_id
  left join (
    select shift_id, coalesce(sum(paid - reversed) filter (where pay_method = 'cash'), 0)::bigint as cash,
      coalesce(sum(paid - reversed) filter (where pay_method <> 'cash'), 0)::bigint as cashless
    from report.income_total group by shift_id) m on m.shift_id = s.shift_id;
comment on view report.shifts is
  'Shifts with what they took and, where they were handed over, how the cash as counted differs from the sum.';
comment on column report.shifts.park_sn is 'The park.';
comment on column report.shifts.park_name is 'Its name.';
comment on column report.shifts.day is 'The day of the park on which it began.';
comment on column report.shifts.shift_id is 'Its number.';
comment on column report.shifts.booth_id is 'The booth.';
comment on column report.shifts.attendant is 'Who was on duty; empty: the booth''s own shift.';
comment on column report.shifts.began is 'When it began, by the park''s clocks.';
comment on column report.shifts.ended is 'When it ended; null while it goes on.';
comment on column report.shifts.exits is 'Vehicles that left; null: none.';
comment on column report.shifts.free is 'Of them, with nothing to pay.';
comment on column report.shifts.manual is 'Of them, released by hand without payment.';
comment on column report.shifts.coupons is 'Of them, with a coupon.';
comment on column report.shifts.cash is 'Cash taken less what was reversed, in fen; null: no money at all.';
comment on column report.shifts.cashless is 'The same of every other method, in fen.';
comment on column report.shifts.income is 'Both, in fen.';
comment on column report.shifts.expected is 'The cash that should have been there at the handover, in fen; null: it was not handed over.';
comment on column report.shifts.counted is 'The cash as it was counted, in fen.';
comment on column report.shifts.difference is 'counted less expected, in fen.';
comment on column report.shifts.note is 'What the attendant wrote about it.';

grant select on report.parks, report.income, report.coupons, report.shifts to gatehouse_report, gatehouse_admin;
