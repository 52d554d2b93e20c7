-- Reports of what was read of partners' orders.

begin;
\ir fixture.psql
select plan(12);

insert into parking.partner (app_id, operator_id, partner_name) values ('cjj', 'op', '车加家');
insert into parking.lease_window (app_id, park_sn, plate, window_date, start_time, end_time, begins_at,
  ends_at, offer_check, source)
  values ('cjj', 'P1', '苏E88888', '2035-01-01', '19:00', '06:30', '2035-01-01 11:00Z',
    '2035-01-01 22:30Z', 'inside', 'order');
create function pg_temp.reading(is_complete boolean, fault text, taken_back integer, ended timestamptz)
returns bigint language sql as $$
  insert into parking.lease_reading (app_id, park_sn, cause, began_at, ended_at, is_complete, fault,
    pages, windows, added, absent, taken_back, held_back)
  values ('cjj', 'P1', 'schedule', ended - interval '1 s', ended, is_complete, fault, 1, 0, 0, 0,
    taken_back, 0) returning reading_id
$$;
grant execute on function pg_temp.reading(boolean, text, integer, timestamptz) to gatehouse_relay;

set local role gatehouse_relay;
select lives_ok($$ select pg_temp.reading(true, null, 1, now()) $$, 'A complete reading');
select lives_ok($$ select pg_temp.reading(false, 'page 2: HTTP 500', 0, now()) $$, 'A failed one');
select throws_ok($$ select pg_temp.reading(false, 'HTTP 500', 1, now()) $$, '23514', null,
  'A failed reading takes nothing back');
select throws_ok($$ select pg_temp.reading(true, 'HTTP 500', 0, now()) $$, '23514', null,
  'A complete one has no fault');
select throws_ok($$ select pg_temp.reading(false, null, 0, now()) $$, '23514', null,
  'A failed one says why');

select lives_ok($$ insert into parking.lease_difference
  select reading_id, 1, 'absent', '苏E88888', '2035-01-01', '19:00', '06:30'
  from parking.lease_reading where is_complete $$, 'A line of the report');
select lives_ok($$ insert into parking.lease_absence
  select window_id, reading_id, began_at, ended_at from parking.lease_window,
    parking.lease_reading where is_complete $$, 'A window is missing');
select throws_ok($$ insert into parking.lease_absence
  select window_id, reading_id, began_at, ended_at from parking.lease_window,
    parking.lease_reading where is_complete $$, '23505', null, 'It is missing once');
select lives_ok($$ update parking.lease_window set taken_back_at = now() $$,
  'The relay takes a window back');
select throws_ok($$ update parking.lease_window set plate = null $$, '42501', null,
  'And changes nothing else of it');
reset role;

delete from parking.lease_window;
select is_empty('select window_id from parking.lease_absence', 'A window that is gone is not missing');
select pg_temp.reading(true, null, 0, now() - interval '2 years') \g /dev/null
set local role gatehouse_relay;
select is(parking.sweep_readings('400 days'), 1::bigint, 'Old reports are swept');
reset role;

select finish();
rollback;
