-- The report of leases: what was sold, who came, who did not, and who stayed. Each case has a night of its own,
-- from 19:00 to 06:00 by the park's clocks.

begin;
\ir fixture.psql
select plan(26);

insert into parking.partner (app_id, operator_id, partner_name)
  values ('cjj', 'op', '合作方'), ('other', 'op', '另一个'), ('far', 'op2', '远方');
create function pg_temp.lease(plate text, day date, start_time time default '19:00', end_time time default '06:00',
  offer_check text default 'inside', app text default 'cjj', park text default 'P1', taken_back timestamptz default null)
returns void language sql as $$
  insert into parking.lease_window (app_id, park_sn, plate, window_date, start_time, end_time,
    begins_at, ends_at, offer_check, source, taken_back_at)
  values (app, park, plate, day, start_time, end_time, (day + start_time) at time zone 'Asia/Shanghai',
    (day + (end_time <= start_time)::integer + end_time) at time zone 'Asia/Shanghai', offer_check, 'order', taken_back)
$$;
create sequence pg_temp.stays;
create function pg_temp.stay(plate text, enter text, leave text, outcome text default 'left', park text default 'P1')
returns void language sql as $$
  insert into parking.stay (stay_id, park_sn, plate, license, plate_kind, category, outcome, enter_time,
    leave_time, closed_at, pay_status)
  values (nextval('pg_temp.stays'), park, plate, plate, 'civil', 0, outcome, (enter || '+08')::timestamptz,
    (leave || '+08')::timestamptz, (leave || '+08')::timestamptz, 0)
$$;

-- 5: who came and left in time, who came twice, who came without ever having been seen to leave.
select pg_temp.lease(plate, '2026-01-05') from unnest(array ['A1', 'A2', 'A3']) plate;
select pg_temp.stay('A1', '2026-01-05 18:30', '2026-01-06 05:59');
select pg_temp.stay('A2', '2026-01-05 20:00', '2026-01-05 21:00');
select pg_temp.stay('A2', '2026-01-05 22:00', '2026-01-05 23:00');
select pg_temp.stay('A3', '2026-01-05 22:00', '2026-01-06 05:00', 'unresolved');
-- 7: who did not come: not at all, before, from its end on, only to turn back, elsewhere, by another plate.
select pg_temp.lease(plate, '2026-01-07') from unnest(array ['B1', 'B2', 'B3', 'B4', 'B5', 'B6']) plate;
select pg_temp.stay('B2', '2026-01-07 17:00', '2026-01-07 19:00');
select pg_temp.stay('B3', '2026-01-08 06:00', '2026-01-08 07:00');
select pg_temp.stay('B4', '2026-01-07 20:00', '2026-01-07 20:01', 'void');
select pg_temp.stay('B5', '2026-01-07 20:00', '2026-01-08 05:00', park => 'P2');
select pg_temp.stay('B7', '2026-01-07 20:00', '2026-01-08 05:00');
-- 9: who stayed: 59 seconds do not count, 60 do; of two stays the one that lasted.
select pg_temp.lease(plate, '2026-01-09') from unnest(array ['C1', 'C2', 'C3']) plate;
select pg_temp.stay('C1', '2026-01-09 19:00', '2026-01-10 06:00:59');
select pg_temp.stay('C2', '2026-01-09 19:00', '2026-01-10 06:01');
select pg_temp.stay('C3', '2026-01-09 19:00', '2026-01-09 20:00');
select pg_temp.stay('C3', '2026-01-09 21:00', '2026-01-10 07:10:30');
-- 11: another window begins where this one ends, of whichever partner, and one that begins later, or was taken back.
select pg_temp.lease(plate, '2026-01-11') from unnest(array ['D1', 'D2', 'D3', 'D4']) plate;
select pg_temp.lease('D1', '2026-01-12', '06:00', '09:00');
select pg_temp.lease('D2', '2026-01-12', '06:00', '09:00', app => 'other');
select pg_temp.lease('D3', '2026-01-12', '06:30', '09:00');
select pg_temp.lease('D4', '2026-01-12', '06:00', '09:00', taken_back => '2026-01-01');
select pg_temp.stay(plate, '2026-01-11 19:00', '2026-01-12 08:00') from unnest(array ['D1', 'D2', 'D3', 'D4']) plate;
-- 14: a window that covers nobody, two beyond the offer, one taken back.
select pg_temp.lease(null, '2026-01-14', '20:00');
select pg_temp.lease('E1', '2026-01-14', offer_check => 'outside');
select pg_temp.lease('E2', '2026-01-14', offer_check => 'not_checked');
select pg_temp.lease('E3', '2026-01-14', taken_back => '2026-01-01');
-- 16: who is inside still.
select pg_temp.lease('F1', '2026-01-16');
insert into parking.open_stay (park_sn, plate, stay_id, license, plate_kind, category, enter_time)
  values ('P1', 'F1', 100, 'F1', 'civil', 0, '2026-01-16 20:00+08');
-- A night that is still to come, for one who is inside today.
select pg_temp.lease('F1', '2135-01-16');

create function pg_temp.night(day date) returns setof text language sql as $$
  select concat_ws(' ', app_id, sold, nobody, beyond_offer, used, no_shows, overstayed, minutes_over)
  from report.leases l where park_sn = 'P1' and l.day = night.day order by 1
$$;
-- Half of them were sold long before, the others are heard of now, when the nights are over.
update parking.lease_window set received_at = '2025-12-31' where window_id % 2 = 0;

-- Partner, sold, without a plate, beyond the offer, used, no-shows, overstayed, minutes.
create function pg_temp.nights_are(when_ text) returns setof text language plpgsql as $$
begin
  return next set_eq($q$ select pg_temp.night('2026-01-05') $q$, array ['cjj 3 0 0 3 0 0 0'],
    when_ || ': who came, once or twice');
  return next set_eq($q$ select pg_temp.night('2026-01-07') $q$, array ['cjj 6 0 0 0 6 0 0'],
    when_ || ': who did not come');
  return next set_eq($q$ select pg_temp.night('2026-01-09') $q$, array ['cjj 3 0 0 3 0 2 71'],
    when_ || ': who stayed a minute or more');
  return next set_eq($q$ select pg_temp.night('2026-01-11') $q$, array ['cjj 4 0 0 4 0 2 240'],
    when_ || ': who has another window that goes on does not overstay');
  return next set_eq($q$ select pg_temp.night('2026-01-12') $q$,
    array ['cjj 2 0 0 2 0 0 0', 'other 1 0 0 1 0 0 0'], when_ || ': each partner has a line of its own');
  return next set_eq($q$ select pg_temp.night('2026-01-14') $q$, array ['cjj 3 1 2 0 2 0 0'],
    when_ || ': a window without a plate is no no-show, and one that was taken back is none');
  return next set_eq($q$ select pg_temp.night('2026-01-16') $q$,
    format('values (%L::text)', 'cjj 1 0 0 1 0 1 '
      || floor(extract(epoch from now() - timestamptz '2026-01-17 06:00+08') / 60)),
    when_ || ': who is inside still overstays up to now');
  return next set_eq($q$ select pg_temp.night('2135-01-16') $q$, array ['cjj 1 0 0 0 0 0 0'],
    when_ || ': what is to come is neither used nor missed');
end $$;
select pg_temp.nights_are('Nothing summarised');
do $$ begin while parking.summarise('30 d') < now() - interval '11 min' loop end loop; end $$;
-- As if they had not been sold then.
delete from parking.lease_summary where window_id % 2 = 1;
select pg_temp.nights_are('Stays summarised');
update parking.lease_window set received_at = now() - interval '10 min 30 s' where window_id % 2 = 1;
update parking.summary_state set begins_at = now() - interval '11 min';
select parking.summarise('1 h') \g /dev/null
select is_empty($$ select from report.lease_source $$, 'Everything is in the summaries');
select pg_temp.nights_are('All summarised');

-- Another operator's leases are its own.
select pg_temp.lease('A1', '2026-01-05', app => 'far', park => 'P3');
create role report_lessor login in role gatehouse_report;
insert into parking.report_reader values ('report_lessor', 'op2');
select set_eq($$ select pg_temp.sees('report_lessor', $q$
    select park_sn || ' ' || app_id || ' ' || sold || ' ' || no_shows from report.leases $q$) $$,
  array ['P3 far 1 1'], 'A reader sees its own parks'' leases');

select finish();
rollback;
