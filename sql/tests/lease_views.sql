-- What the operator is told of leases.

begin;
\ir fixture.psql
select plan(9);

insert into parking.partner (app_id, operator_id, partner_name) values ('cjj', 'op', '合作方');
update parking.park set lease_places = 1 where park_sn = 'P1';
create function pg_temp.lease(plate text, day date, start_time time, end_time time, offer_check text)
returns void language sql as $$
  insert into parking.lease_window (app_id, park_sn, plate, window_date, start_time, end_time,
    begins_at, ends_at, offer_check, source)
  values ('cjj', 'P1', plate, day, start_time, end_time, (day + start_time) at time zone 'Asia/Shanghai',
    (day + (end_time <= start_time)::integer + end_time) at time zone 'Asia/Shanghai', offer_check, 'order')
$$;
create function pg_temp.stay(id bigint, plate text, enter timestamptz, leave timestamptz, outcome text)
returns void language sql as $$
  insert into parking.stay (stay_id, park_sn, plate, license, plate_kind, category, outcome, enter_time,
    leave_time, closed_at, pay_status)
  values (id, 'P1', plate, plate, 'civil', 0, outcome, enter, leave, leave, 0)
$$;

-- A window outside the offer, one that nobody compared, one inside, one taken back.
select pg_temp.lease('A1', '2035-01-01', '12:00', '13:00', 'outside');
select pg_temp.lease(null, '2035-01-02', '12:00', '13:00', 'not_checked');
select pg_temp.lease('A1', '2035-01-03', '12:00', '13:00', 'inside');
select pg_temp.lease('A2', '2035-01-04', '12:00', '13:00', 'outside');
update parking.lease_window set taken_back_at = now() where plate = 'A2';
select results_eq(
  $$ select window_date, offer_check from parking.lease_beyond_offer order by 1 $$,
  $$ values (date '2035-01-01', 'outside'), ('2035-01-02', 'not_checked') $$,
  'Windows that were sold outside the offer or not compared');

-- One place: leases one after the other fit, overlapping ones do not.
select pg_temp.lease('B1', '2035-02-01', '19:00', '06:00', 'inside');
select pg_temp.lease('B2', '2035-02-02', '06:00', '08:00', 'inside');
select is_empty($$ select * from parking.lease_crowding $$, 'One after the other is not crowded');
select pg_temp.lease('B3', '2035-02-02', '05:00', '07:00', 'inside');
select results_eq(
  $$ select at, leases, places from parking.lease_crowding order by 1 $$,
  $$ values (timestamptz '2035-02-02 05:00+08', 2::bigint, 1), ('2035-02-02 06:00+08', 2, 1) $$,
  'More leases than lease places');
update parking.park set lease_places = null where park_sn = 'P1';
select is_empty($$ select * from parking.lease_crowding $$, 'Without lease places the places count');

-- Who came and who did not, who left in time and who stayed.
select pg_temp.lease(plate, '2026-01-05', '19:00', '06:00', 'inside')
  from unnest(array ['C1', 'C2', 'C3', 'C4', 'C5', 'C6']) plate;
select pg_temp.stay(1, 'C1', '2026-01-05 18:30+08', '2026-01-06 05:59+08', 'left');
select pg_temp.stay(2, 'C2', '2026-01-05 18:30+08', '2026-01-06 07:10:30+08', 'left');
select pg_temp.stay(3, 'C3', '2026-01-05 17:00+08', '2026-01-05 19:00+08', 'left');
select pg_temp.stay(4, 'C4', '2026-01-05 20:00+08', '2026-01-05 21:00+08', 'void');
select pg_temp.stay(5, 'C5', '2026-01-06 05:59+08', '2026-01-06 08:00+08', 'left');
select pg_temp.lease('C5', '2026-01-06', '06:00', '09:00', 'inside');
insert into parking.open_stay (park_sn, plate, stay_id, license, plate_kind, category, enter_time)
  values ('P1', 'C6', 6, 'C6', 'civil', 0, '2026-01-05 19:30+08');
select set_eq($$ select plate::text from parking.lease_no_show $$,
  array ['C3', 'C4'], 'Who did not come');
select set_eq(
  $$ select plate::text, minutes_over from parking.lease_overstay where leave_time is not null $$,
  $$ values ('C2', 70) $$, 'Who stayed beyond the window, without another one');
select set_eq($$ select plate::text from parking.lease_overstay where leave_time is null $$,
  array ['C6'], 'Who is still inside');
select pg_temp.lease('C7', current_date + 1, '19:00', '06:00', 'inside');
select is_empty($$ select * from parking.lease_no_show where plate = 'C7' $$,
  'A window to come is no no-show');
update parking.lease_window set plate = null where plate = 'C3';
select set_eq($$ select plate::text from parking.lease_no_show $$,
  array ['C4'], 'A window for nobody neither');

select finish();
rollback;
