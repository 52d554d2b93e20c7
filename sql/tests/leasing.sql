-- Partners and leases: what must hold across workers is a constraint.

begin;
\ir fixture.psql
select plan(49);

-- Partners and their keys
prepare partner(text, text, cidr[]) as
  insert into parking.partner (app_id, operator_id, partner_name, base_url, networks)
  values ($1, 'op', '合作方', $2, $3);
select lives_ok($$ execute partner('cjj', 'https://app.example/api/', '{10.0.0.0/8}') $$, 'A partner');
select lives_ok($$ execute partner('other', '', '{}') $$, 'One to whom nothing is pushed');
select throws_ok($$ execute partner('cjj', '', '{}') $$, '23505', null, 'One partner for each app_id');
select throws_ok(format($$ execute partner('bad', %L, '{}') $$, url), '23514', null, url || ' is no base_url')
from unnest(array ['http://app.example/', 'https://', 'https://a@b/', 'https://app.example/?q=1',
  'https://app.example/#x', 'https://app example/', 'https:///path']) url;

prepare key(text, text, smallint) as
  insert into parking.partner_key (app_id, key_id, secret, slot) values ('cjj', $1, $2, $3);
select lives_ok($$ execute key('k1', '8f3c1e0a5b7d49c2a6e1d0f4b3c2a190', 1) $$, 'A key');
select lives_ok($$ execute key('k2', '9f3c1e0a5b7d49c2a6e1d0f4b3c2a190', 2) $$, 'A second live key');
select throws_ok($$ execute key('k3', '7f3c1e0a5b7d49c2a6e1d0f4b3c2a190', 1) $$, '23505', null,
  'Never three live keys');
select throws_ok($$ execute key('k3', '7f3c1e0a5b7d49c2a6e1d0f4b3c2a190', 3) $$, '23514', null,
  'Not in a third slot either');
update parking.partner_key set retired_at = now() where key_id = 'k1';
select lives_ok($$ execute key('k3', '7f3c1e0a5b7d49c2a6e1d0f4b3c2a190', 1) $$,
  'A retired key makes room');
select throws_ok($$ execute key('k1', '6f3c1e0a5b7d49c2a6e1d0f4b3c2a190', 1) $$, '23505', null,
  'A key''s name is not used again');
update parking.partner_key set retired_at = now();
select throws_ok(format($$ execute key('k9', %L, 1) $$, secret), '23514', null, 'No secret: ' || secret)
from unnest(array ['tooshort', repeat('a', 129), '8f3c1e0a5b7d49c2 6e1d0f4b3c2a190',
  '8f3c1e0a5b7d49c2&a6e1d0f4b3c2a19', '钥匙钥匙钥匙钥匙钥匙钥匙钥匙钥匙']) secret;

select lives_ok($$ insert into parking.partner_park values ('cjj', 'P1') $$, 'A park of a partner');
select throws_ok($$ insert into parking.partner_park values ('cjj', 'P9') $$, '23503', null,
  'The park exists');

-- Nonces
prepare nonce(text, text) as
  insert into parking.partner_nonce values ($1, $2, now() + interval '10 min');
select lives_ok($$ execute nonce('cjj', '5f0c7a1e9b3d4c28') $$, 'A nonce');
select throws_ok($$ execute nonce('cjj', '5f0c7a1e9b3d4c28') $$, '23505', null, 'A nonce is taken once');
select lives_ok($$ execute nonce('cjj', '5F0C7A1E9B3D4C28') $$, 'Letters count as they are');
select lives_ok($$ execute nonce('other', '5f0c7a1e9b3d4c28') $$, 'Another partner may use it');
select throws_ok(format($$ execute nonce('cjj', %L) $$, nonce), '23514', null, 'No nonce: ' || nonce)
from unnest(array ['1234567', repeat('a', 65), 'abcd efgh', 'abcdefg' || chr(10)]) nonce;
select is(relpersistence, 'p', 'Nonces survive a crash')
from pg_class where oid = 'parking.partner_nonce'::regclass;
select is(relpersistence, 'u', 'Counting needs no disk')
from pg_class where oid = 'parking.partner_rate'::regclass;

-- Offers
prepare offer(text, text) as
  insert into parking.lease_offer (park_sn, deadline, start_time, end_time, price, start_price,
    holiday_price)
  values ('P1', '2035-12-31', $1::time, $2::time, 100, 500, 2000);
select throws_ok($$ execute offer('24:00', '07:30') $$, '23514', null, '24:00 is no time');
select throws_ok($$ execute offer('19:00:30', '07:30') $$, '23514', null, 'Windows have whole minutes');
select lives_ok($$ execute offer('19:00', '07:30') $$, 'An offer');
select throws_ok($$ execute offer('20:00', '07:30') $$, '23505', null, 'One offer for each park');

-- Windows
prepare leased(text, text, text, text) as
  insert into parking.lease_window (app_id, park_sn, plate, window_date, start_time, end_time,
    begins_at, ends_at, offer_check, source)
  values ($1, $2, $3, '2030-01-02', '19:00', $4::time, '2030-01-02 19:00+08',
    '2030-01-03 06:30+08', 'inside', 'order');
select lives_ok($$ execute leased('cjj', 'P1', '苏E88888', '06:30') $$, 'A window');
select throws_ok($$ execute leased('cjj', 'P1', '苏E88888', '06:30') $$, '23505', null,
  'The same window for the same plate is one');
select lives_ok($$ execute leased('cjj', 'P1', '苏E88888', '07:00') $$, 'Another end is another');
select lives_ok($$ execute leased('other', 'P1', '苏E88888', '06:30') $$,
  'Another partner sells its own');
select lives_ok($$ execute leased('cjj', 'P1', null, '06:30') $$, 'A window without a plate');
select throws_ok($$ execute leased('cjj', 'P1', null, '06:30') $$, '23505', null,
  'It is one window as well');
update parking.lease_window set taken_back_at = '2030-01-01 00:00+08'
  where app_id = 'cjj' and plate = '苏E88888' and end_time = '06:30';
select lives_ok($$ execute leased('cjj', 'P1', '苏E88888', '06:30') $$,
  'One that was taken back may be sold again');
select is_empty($$ select from parking.lease_window where app_id = 'cjj' and plate is null $$,
  'Who is named for a window takes the one without a plate away');
insert into parking.lease_window (app_id, park_sn, window_date, start_time, end_time, begins_at,
    ends_at, offer_check, source)
  select app, 'P1', '2030-01-02', '19:00', '08:00', '2030-01-02 19:00+08', '2030-01-03 08:00+08', 'inside',
    'order' from unnest(array ['cjj', 'other']) app;
set local role gatehouse_worker;
select lives_ok($$ execute leased('cjj', 'P1', '苏E88888', '08:00') $$,
  'The worker names somebody without the right to delete');
reset role;
select set_eq($$ select app_id::text from parking.lease_window where plate is null $$,
  array ['other'], 'Another partner''s stays');
select lives_ok($$ execute leased('cjj', 'P1', null, '08:00') $$,
  'One that comes after the name is kept beside it');
select throws_ok(
  $$ update parking.lease_window set taken_back_at = '2030-01-02 19:00:01+08' where plate is null $$,
  '23514', null, 'A window that has begun is not taken back');

select finish();
rollback;
