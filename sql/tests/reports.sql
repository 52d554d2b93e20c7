-- The reports of a small park, counted by hand; and the same from the summaries.

begin;
\ir report_park.psql
select plan(35);

-- As text, since columns and literals have different collations.
create function pg_temp.same(query text, expected text, words text) returns text language sql as $$
  select results_eq(format('select (q.*)::text from (%s) q', query),
    format('select (q.*)::text from (%s) q', expected), words)
$$;

-- The tests see all parks, as the command line does.
create function pg_temp.reports_are(when_ text) returns setof text language plpgsql as $$
begin
  return next pg_temp.same(
    $q$ select day, pay_method, booth_id, attendant, payments, paid, reversals, reversed, income
        from report.income where park_sn = 'P1' order by day, pay_method $q$,
    $q$ values (date '2026-03-02', 'cash', 'out', '安娜', 1::bigint, 500::bigint, 0::bigint, 0::bigint, 500::bigint),
      ('2026-03-02', 'wechat', 'out', '安娜', 1, 700, 0, 0, 700),
      ('2026-03-03', 'cash', 'out', '', 0, 0, 1, 500, -500) $q$,
    when_ || ': income, with the reversal on its own day');
  return next pg_temp.same(
    $q$ select day, category, length, stays, minutes, charged, coupon_amount, paid, free, manual
        from report.stays where park_sn = 'P1' order by day, category, length_class $q$,
    $q$ values
      (date '2026-03-02', 'monthly', 'to 24 h', 1::bigint, 580::bigint, 0::bigint, 0::bigint, 0::bigint, 1::bigint, 0::bigint),
      ('2026-03-02', 'temporary', 'to 30 min', 1, 20, 500, 0, 0, 0, 1),
      ('2026-03-02', 'temporary', 'to 1 h', 1, 55, 500, 0, 500, 0, 0),
      ('2026-03-02', 'temporary', 'to 4 h', 1, 150, 1100, 400, 700, 0, 0),
      ('2026-03-03', 'temporary', 'to 30 min', 1, 20, 0, 0, 0, 1, 0) $q$,
    when_ || ': stays by category and length');
  return next pg_temp.same(
    $q$ select day, hour, inside, highest, entered, gone from report.occupancy
        where park_sn = 'P1' and day <= '2026-03-03' and (entered > 0 or gone > 0 or hour = 11)
        order by day, hour $q$,
    $q$ values (date '2026-03-02', 8, 0::bigint, 4::bigint, 4::bigint, 0::bigint),
      ('2026-03-02', 9, 4, 4, 1, 2), ('2026-03-02', 10, 3, 3, 0, 1), ('2026-03-02', 11, 2, 2, 0, 0),
      ('2026-03-02', 12, 2, 3, 1, 0), ('2026-03-02', 18, 3, 3, 0, 1), ('2026-03-02', 23, 2, 3, 1, 0),
      ('2026-03-03', 0, 3, 3, 0, 1), ('2026-03-03', 8, 2, 2, 0, 1), ('2026-03-03', 11, 1, 1, 0, 0) $q$,
    when_ || ': vehicles inside by hour');
  return next pg_temp.same(
    $q$ select hour, highest, places, percent from report.peaks
        where park_sn = 'P1' and day = '2026-03-02' $q$,
    $q$ values (8, 4::bigint, 10, 40.0) $q$, when_ || ': the fullest hour');
  return next pg_temp.same(
    $q$ select day, attendant, exits, coupons, coupon_minutes, coupon_amount from report.coupons
        where park_sn = 'P1' order by day $q$,
    $q$ values (date '2026-03-02', '安娜', 4::bigint, 1::bigint, 60::bigint, 400::bigint),
      ('2026-03-03', '', 1, 0, 0, 0) $q$, when_ || ': coupons');
  return next pg_temp.same(
    $q$ select day, attendant, exits, manual, manual_amount, manual_unknown from report.releases
        where park_sn = 'P1' order by day $q$,
    $q$ values (date '2026-03-02', '安娜', 4::bigint, 1::bigint, 500::bigint, 0::bigint),
      ('2026-03-03', '', 1, 0, 0, 0) $q$, when_ || ': manual releases');
  return next pg_temp.same(
    $q$ select day, booth_id, vehicles, typed, exits, manual, manual_amount, openings, repeats, by_device
        from report.leakage where park_sn = 'P1' order by day $q$,
    $q$ values (date '2026-03-02', 'out', 3::bigint, 1::bigint, 4::bigint, 1::bigint, 500::bigint,
        2::bigint, 1::bigint, 1::bigint),
      ('2026-03-03', 'out', 0, 0, 1, 0, 0, 0, 0, 0) $q$, when_ || ': exits beside captures');
  return next pg_temp.same(
    $q$ select shift_id, day, attendant, exits, free, manual, coupons, cash, cashless, income, expected,
          counted, difference, note from report.shifts where park_sn = 'P1' order by shift_id $q$,
    $q$ values (1::bigint, date '2026-03-02', '安娜', 4::bigint, 1::bigint, 1::bigint, 1::bigint,
        500::bigint, 700::bigint, 1200::bigint, 500::bigint, 450::bigint, -50::bigint, '少了'),
      (2, '2026-03-02', '', 1, 1, 0, 0, -500, 0, -500, null, null, null, null) $q$,
    when_ || ': shifts with differences');
  return next pg_temp.same(
    $q$ select stay_id, day, why, amount, review from report.unresolved
        where park_sn = 'P1' order by stay_id $q$,
    $q$ values (1::bigint, date '2026-03-02', 'payment_reversed', 500::bigint, 'none'),
      (4, '2026-03-02', 'manual_release', 500, 'waived'),
      (5, '2026-03-03', 'unresolved', 4000, 'open') $q$, when_ || ': what is owed');
  return next pg_temp.same(
    $q$ select day, device_id, reads, repeats, replays, unsure, plateless, others from report.devices
        where park_sn = 'P1' $q$,
    $q$ values (date '2026-03-02', 'eye', 4::bigint, 1::bigint, 1::bigint, 2::bigint, 1::bigint, 1::bigint) $q$,
    when_ || ': devices');
end $$;

select pg_temp.reports_are('Nothing summarised');

select is(parking.summarise('4 h'), timestamptz '2026-03-02 07:00+08', 'The first slice begins with the oldest row');
select is((select ends_at from parking.summary_state), timestamptz 'infinity', 'The bound is gone');
select parking.summarise('4 h') \g /dev/null
select pg_temp.reports_are('Half of the day summarised');
do $$ begin while parking.summarise('30 d') < now() - interval '11 min' loop end loop; end $$;
select is((select count(*) from report.income_source), 0::bigint, 'Everything is in the summaries');
select pg_temp.reports_are('All summarised');

-- Late news: a stay of long ago that is written down now.
select pg_temp.stay(10, 'P1', 0, '2026-03-02 08:00', '2026-03-02 08:30', 500, 0, 0, 'left', false, 1);
update parking.stay set closed_at = now() - interval '1 min' where stay_id = 10;
select is((select sum(stays)::integer from report.stays where park_sn = 'P1' and day = '2026-03-02'), 5,
  'A stay of long ago counts on its day as soon as it is known');
update parking.stay set closed_at = now() - interval '10 min 30 s' where stay_id = 10;
update parking.summary_state set begins_at = now() - interval '11 min';
select parking.summarise('1 h') \g /dev/null
select is((select sum(stays)::integer from report.stays where park_sn = 'P1' and day = '2026-03-02'), 5,
  'and once when it is summarised');

select finish();
rollback;
