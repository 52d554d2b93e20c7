-- What partners are to be told: queued with the change, once for each change, newest state last.

begin;
\ir fixture.psql
select plan(31);

insert into parking.partner (app_id, operator_id, partner_name, base_url)
  values ('cjj', 'op', '车加家', 'https://app.example/'), ('mute', 'op', '只查询', '');
insert into parking.partner_park values ('cjj', 'P1'), ('mute', 'P1'), ('cjj', 'P2');

create function pg_temp.queued() returns bigint language sql as 'select count(*) from parking.outbox';
create function pg_temp.newest() returns json language sql as
  'select body from parking.outbox order by outbox_id desc limit 1';

-- Queued with the change
select is(pg_temp.queued(), 0::bigint, 'A park without an offer has nothing to tell');
insert into parking.lease_offer (park_sn, deadline, start_time, end_time, is_sat, price, start_price,
  holiday_price) values ('P1', '2035-12-31', '19:00', '07:30', true, 100, 500, 2000);
select is(pg_temp.queued(), 1::bigint, 'A new offer is queued for the partner that has an address');
select is(pg_temp.newest()::jsonb, '{"park_sn": "P1", "park_name": "一号", "deadline": "2035-12-31",
  "start_time": "19:00", "end_time": "07:30", "is_sat": 1, "is_sun": 0, "is_holiday": 0, "price": 100,
  "start_price": 500, "holiday_price": 2000, "longitude": "", "latitude": ""}'::jsonb,
  'It says what the document asks for');
update parking.lease_offer set price = 120;
select is(pg_temp.newest()->>'price', '120', 'A changed price is queued');
update parking.lease_offer set price = 120, changed_at = now();
select is(pg_temp.queued(), 2::bigint, 'What changes nothing is not');
update parking.lease_offer set price = 100;
select is(pg_temp.queued(), 3::bigint, 'What changes back is');
update parking.park set park_name = '新名' where park_sn = 'P1';
select is(pg_temp.newest()->>'park_name', '新名', 'So is the park''s new name');
update parking.park set places = 99 where park_sn = 'P1';
select is(pg_temp.queued(), 4::bigint, 'Its places are nobody''s business');

savepoint before;
update parking.lease_offer set price = 777;
rollback to before;
select is(pg_temp.queued(), 4::bigint, 'A change that is undone is not told');

-- Closed
update parking.lease_offer set is_open = false;
-- The park's day, which begins before that of the session.
select cmp_ok((pg_temp.newest()->>'deadline')::date, '<', (now() at time zone 'Asia/Shanghai')::date,
  'A closed offer has a deadline that is over');
update parking.lease_offer set is_open = true;
select is(pg_temp.newest()->>'deadline', '2035-12-31', 'Opened again it has its own');
delete from parking.partner_park where app_id = 'cjj' and park_sn = 'P1';
select cmp_ok((pg_temp.newest()->>'deadline')::date, '<', (now() at time zone 'Asia/Shanghai')::date,
  'To who lost the park it is closed');
insert into parking.partner_park values ('cjj', 'P1');
select is(pg_temp.newest()->>'deadline', '2035-12-31', 'Who gets a park is told its offer');
select is(pg_temp.queued(), 8::bigint, 'Each of these once');

-- The partner
update parking.partner set base_url = 'https://new.example/' where app_id = 'cjj';
select is(pg_temp.queued(), 9::bigint, 'A new address is told all offers');
update parking.partner set partner_name = '车加家 2' where app_id = 'cjj';
select is(pg_temp.queued(), 9::bigint, 'A new name of the partner changes nothing');
select is(parking.queue_offer('cjj', 'P1', false), null, 'Asking for the same says nothing');
select isnt(parking.queue_offer('cjj', 'P1', true), null, 'Unless it is asked for again');
select is(parking.queue_offer('cjj', 'P2', true), null, 'Without an offer there is nothing to say');
select is(parking.queue_offer('mute', 'P1', true), null, 'Nor to who has no address');

-- As the roles that change offers
set local role gatehouse_admin;
select lives_ok($$ update parking.lease_offer set price = 130 $$,
  'The command line changes an offer without rights on the outbox');
reset role;
select is(pg_temp.newest()->>'price', '130', 'And the push is queued');
set local role gatehouse_worker;
select lives_ok($$ update parking.lease_offer set price = 140 $$, 'So does the office''s page');
reset role;
select is(pg_temp.newest()->>'price', '140', 'And that push is queued too');

-- Ends
select throws_ok($$ update parking.outbox set delivered_at = now(), gave_up_at = now() $$, '23514', null,
  'Delivered and given up exclude each other');
update parking.outbox set delivered_at = now() - interval '91 days'
  where outbox_id in (select outbox_id from parking.outbox order by outbox_id limit 2);
update parking.outbox set gave_up_at = now() - interval '91 days'
  where delivered_at is null and outbox_id < (select max(outbox_id) from parking.outbox);
select is(parking.sweep_outbox('90 days'), 2::bigint, 'What was delivered long ago is swept');
select is(parking.sweep_outbox('0'), 0::bigint, 'What was given up or waits is kept');

insert into parking.partner_nonce values ('cjj', 'aaaaaaaa', now() - interval '1 s'),
  ('cjj', 'bbbbbbbb', now() + interval '1 min');
set local role gatehouse_relay;
select is(parking.sweep_nonces(), 1::bigint, 'A nonce that is over is swept, by the relay');
reset role;
select is((select string_agg(nonce, ',') from parking.partner_nonce), 'bbbbbbbb', 'Another stays');

-- Rights
select ok(not has_function_privilege(r, 'parking.queue_offer(text, text, boolean)', 'execute'),
  r || ' queues nothing by hand')
from unnest(array ['gatehouse_worker', 'gatehouse_relay']) r;

select finish();
rollback;
