-- The version of a booth's lists.

begin;
\ir fixture.psql
select plan(20);

-- They wait for the commit otherwise.
select is(count(*)::integer, 3, 'A version is written at the commit') from pg_trigger
  where tgfoid = 'parking.change_booth_version'::regproc and tgdeferrable and tginitdeferred;
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
select is_empty('select pg_temp.changed()', 'The vehicle at the barrier changes none');
update parking.arrival set last_read_at = now() + interval '1 s', pressed_at = now(), press = 'enter';
select is_empty('select pg_temp.changed()', 'Nor does what they do not show of an arrival');

update parking.arrival set pay_status = 2;
select is(version, pg_current_xact_id()::text::bigint, 'The version is the transaction')
  from parking.booth_version where park_sn = 'P1' and booth_id = 'in';
select throws_ok(
  $$ insert into parking.booth_version (park_sn, booth_id) values ('P1', 'in') $$, '23505', null,
  'A booth has one');

-- Whoever may change the lists can do so without more rights.
set local role gatehouse_relay;
select lives_ok($$ update parking.arrival set state = 'passed', waiting_until = null $$,
  'The relay changes arrivals');
reset role;
set local role gatehouse_worker;
select lives_ok($$ update parking.opening set expires_at = now() + interval '20 s' $$,
  'A worker changes openings');

select * from finish();
rollback;
