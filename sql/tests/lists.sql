-- The version of a booth's lists and of what is due there.

begin;
\ir fixture.psql
select plan(42);

-- They wait for the commit otherwise.
select is(count(*)::integer, 7, 'A version is written at the commit') from pg_trigger
  where tgfoid in ('parking.change_booth_version'::regproc, 'parking.change_due_version'::regproc)
    and tgdeferrable and tginitdeferred;
set constraints all immediate;

-- All of this is one transaction, so its number has to be wiped to see whether it is noted again.
create function pg_temp.changed() returns setof text language sql as $$
  select park_sn || ' ' || booth_id from parking.booth_version where version > 1
$$;
create function pg_temp.forget() returns void language sql as $$
  update parking.booth_version set version = 1
$$;

select set_eq('select pg_temp.changed()', array ['P1 in', 'P1 out', 'P2 out'], 'A new booth has one');

select pg_temp.forget();
insert into parking.arrival (arrival_id, park_sn, booth_id, plate, license, category, state,
    first_read_at, last_read_at)
  values (1, 'P1', 'in', '苏E11111', '苏E11111', 0, 'passed', now(), now()),
    (2, 'P1', 'in', '苏E22222', '苏E22222', 0, 'passed', now(), now());
select results_eq('select pg_temp.changed()', array ['P1 in'], 'Arrivals change that of their booth');

-- Whatever the lists show of one: the columns of ParkingStore's lists of records.
create function pg_temp.changed_by(assignment text) returns setof text language plpgsql as $$
begin
  perform pg_temp.forget();
  execute 'update parking.arrival set ' || assignment || ' where arrival_id = 1';
  return query select * from pg_temp.changed();
end $$;
select results_eq(format('select pg_temp.changed_by(%L)', assignment), array ['P1 in'], 'So does ' || assignment)
from unnest(array ['license = ''苏E33333''', 'category = 1', 'state = ''waiting'', waiting_until = now()',
  'waiting_until = now() + interval ''1 min''', 'need_register = true',
  'first_read_at = first_read_at - interval ''1 s''', 'enter_time = now()', 'leave_time = now()',
  'pay_status = 1']) assignment;

select pg_temp.forget();
insert into parking.opening (park_sn, booth_id, arrival_id, cause, decided_at, expires_at)
  values ('P1', 'out', 1, 'press', now(), now() + interval '10 s');
select results_eq('select pg_temp.changed()', array ['P1 out'], 'So does an opening');

select pg_temp.forget();
update parking.opening set delivered_at = now(), delivered_by = 'poll';
select results_eq('select pg_temp.changed()', array ['P1 out'], 'And its delivery');

select pg_temp.forget();
update parking.booth set current_arrival_id = 1 where booth_id = 'in';
select is_empty('select pg_temp.changed()', 'The vehicle at an entry''s barrier changes none');
update parking.arrival set last_read_at = now() + interval '1 s', pressed_at = now(), press = 'enter';
select is_empty('select pg_temp.changed()', 'Nor does what they do not show of an arrival');

update parking.arrival set pay_status = 2;
select is(version, pg_current_xact_id()::text::bigint, 'The version is the transaction')
  from parking.booth_version where park_sn = 'P1' and booth_id = 'in';
select throws_ok(
  $$ insert into parking.booth_version (park_sn, booth_id) values ('P1', 'in') $$, '23505', null,
  'A booth has one');

-- What is due at an exit.
insert into parking.booth (park_sn, booth_id, booth_name, direction) values ('P1', 'out2', '出口', 'exit');
create function pg_temp.changed_after(change text) returns setof text language plpgsql as $$
begin
  perform pg_temp.forget();
  execute change;
  return query select * from pg_temp.changed();
end $$;
select is_empty($$ select pg_temp.changed_after($change$
    insert into parking.open_stay (park_sn, plate, stay_id, license, plate_kind, category, enter_time)
    values ('P1', '苏E11111', 1, '苏E11111', 'civil', 0, now() - interval '1 h')$change$) $$,
  'A vehicle that comes in changes nothing that is due');
select is_empty($$ select pg_temp.changed_after('update parking.open_stay set coupon_minutes = 30') $$,
  'Nor does one that stands at no exit');
select results_eq(format('select pg_temp.changed_after(%L)', 'update parking.open_stay set ' || assignment),
  array ['P1 out'], 'What is due changes by ' || assignment)
from unnest(array ['settle_booth_id = ''out'', settle_arrival_id = 1, settle_until = now(), leave_time = now(),
    total_amount = 700', 'settle_arrival_id = 2', 'settle_until = now() + interval ''30 min''',
  'leave_time = now() - interval ''1 s''', 'total_amount = 800', 'coupon_amount = 100', 'coupon_minutes = 60',
  'total_amount = null, coupon_amount = 0, quote_error = ''x''', 'quote_error = ''y''',
  'license = ''苏E22222''', 'enter_time = now() - interval ''2 h''', 'enter_picture = sha256(''x'')',
  'stay_id = 2']) assignment;
select is_empty($$ select pg_temp.changed_after('update parking.open_stay set quote = ''{}''') $$,
  'Not by what nobody is shown');
select bag_eq($$ select pg_temp.changed_after('update parking.open_stay set settle_booth_id = ''out2''') $$,
  array ['P1 out', 'P1 out2'], 'A vehicle that settles elsewhere changes both');
select results_eq($$ select pg_temp.changed_after('delete from parking.open_stay') $$, array ['P1 out2'],
  'One that leaves changes where it stood');
select results_eq($$ select pg_temp.changed_after($change$
    insert into parking.open_stay (park_sn, plate, stay_id, license, plate_kind, category, settle_booth_id,
      settle_arrival_id, settle_until, leave_time, quote_error)
    values ('P1', '苏E33333', 3, '苏E33333', 'civil', 0, 'out', 1, now(), now(), 'x')$change$) $$,
  array ['P1 out'], 'So does one that nobody saw enter');
select results_eq(
  $$ select pg_temp.changed_after('update parking.booth set current_arrival_id = 1 where booth_id = ''out2''') $$,
  array ['P1 out2'], 'And the vehicle at an exit''s barrier');

-- Whoever may change the lists can do so without more rights.
set local role gatehouse_relay;
select lives_ok($$ update parking.arrival set state = 'passed', waiting_until = null $$,
  'The relay changes arrivals');
reset role;
set local role gatehouse_worker;
select lives_ok($$ update parking.opening set expires_at = now() + interval '20 s' $$,
  'A worker changes openings');
select lives_ok($$ update parking.open_stay set coupon_minutes = 10 $$, 'And what is due');
reset role;
set local role gatehouse_relay;
select lives_ok($$ delete from parking.open_stay $$, 'Which the relay ends');

select * from finish();
rollback;
