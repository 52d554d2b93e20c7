-- What must hold across workers is a constraint, and the constraint holds.

begin;
\ir fixture.psql
select plan(48);

-- Plates and stays
prepare open_stay(text, text, bigint) as insert into parking.open_stay
  (park_sn, plate, stay_id, license, plate_kind, category, enter_time)
  values ($1, $2, $3, $2, 'civil', 0, now());
select lives_ok($$ execute open_stay('P1', '苏E88888', 1) $$, 'A stay begins');
select throws_ok($$ execute open_stay('P1', '苏E88888', 2) $$, '23505', null,
  'One open stay for each park and plate');
select throws_ok($$ execute open_stay('P1', '苏E66666', 1) $$, '23505', null,
  'One open stay for each number');
select lives_ok($$ execute open_stay('P2', '苏E88888', 3) $$, 'The plate may be in another park');
select throws_ok($$ execute open_stay('P9', '苏E88888', 4) $$, '23503', null, 'The park exists');
select throws_ok($$ execute open_stay('P1', '', 4) $$, '23514', null, 'A plate is not empty');
select throws_ok($$ execute open_stay('P1', 'A B', 4) $$, '23514', null, 'A plate has no space');
select throws_ok(
  $$ update parking.open_stay set category = 4 $$, '23514', null, '4 is never stored');
select throws_ok(
  $$ update parking.open_stay set settle_booth_id = 'out' where stay_id = 1 $$, '23514', null,
  'A settling stay has its times');
select throws_ok(
  $$ update parking.open_stay set settle_booth_id = 'out', settle_until = now(),
       leave_time = now(), settle_arrival_id = 1 where stay_id = 1 $$, '23514', null,
  'A settling stay has a fee or the reason why not');
select throws_ok(
  $$ update parking.open_stay set settle_booth_id = 'out', settle_until = now(),
       leave_time = now() - interval '1 s', total_amount = 0 where stay_id = 1 $$, '23514', null,
  'Nobody leaves before entering');
select throws_ok(
  $$ update parking.open_stay set total_amount = 100, coupon_amount = 101 where stay_id = 1 $$,
  '23514', null, 'A coupon takes off no more than the fee');
select throws_ok(
  $$ update parking.open_stay set coupon_minutes = 1441 where stay_id = 1 $$, '23514', null,
  'A coupon has at most 1440 minutes');
select throws_ok(
  $$ update parking.open_stay set total_amount = -1 where stay_id = 1 $$, '23514', null,
  'Money is never negative');

-- Finished stays: what was paid is what was due, or nothing.
prepare stay(bigint, bigint, bigint, bigint, smallint) as insert into parking.stay (stay_id, park_sn, plate, license, plate_kind, category,
    outcome, enter_time, leave_time, closed_at, total_amount, coupon_amount, paid_amount, pay_status)
  values ($1, 'P1', '苏E88888', '苏E88888', 'civil', 0, 'left', now(), now(), now(),
    $2, $3, $4, $5);
select lives_ok($$ execute stay(10, 700, 200, 500, 1) $$, 'Paid');
select lives_ok($$ execute stay(11, 700, 700, 0, 2) $$, 'Nothing to pay');
select lives_ok($$ execute stay(12, 700, 0, 0, 0) $$, 'Unpaid');
select lives_ok($$ execute stay(13, null, 0, 0, 0) $$, 'Without a fee');
select throws_ok($$ execute stay(14, 700, 200, 499, 1) $$, '23514', null, 'Paid is what was due');
select throws_ok($$ execute stay(14, 700, 0, 700, 0) $$, '23514', null, 'Unpaid has no money');
select throws_ok($$ execute stay(14, 700, 0, 0, 2) $$, '23514', null, 'Free has nothing due');
select throws_ok($$ execute stay(14, null, 0, 0, 2) $$, '23514', null,
  'An unknown fee is not free');
select throws_ok($$ execute stay(15, null, 0, 700, 1) $$, '23514', null,
  'An unknown fee is not paid');
select throws_ok($$ execute stay(16, 700, 701, 0, 0) $$, '23514', null,
  'No coupon above the fee');

-- Money
insert into parking.shift (park_sn, booth_id, began_at) values ('P1', 'out', now());
prepare payment(bigint, text, bigint, bigint) as insert into parking.payment
  (park_sn, stay_id, booth_id, shift_id, kind, reverses, amount, pay_method, booked_at)
  select 'P1', $1, 'out', max(shift_id), $2, $3, $4, 'cash', now() from parking.shift;
select lives_ok($$ execute payment(10, 'payment', null, 500) $$, 'A payment');
select throws_ok($$ execute payment(10, 'payment', null, 500) $$, '23505', null,
  'One payment for each stay');
select throws_ok($$ execute payment(11, 'payment', null, 0) $$, '23514', null,
  'A payment is of something');
select throws_ok($$ execute payment(10, 'reversal', null, 500) $$, '23514', null,
  'A reversal names a payment');
select throws_ok($$ update parking.payment set amount = 1 $$, '23001', null,
  'A payment never changes');
select throws_ok($$ delete from parking.payment $$, '23001', null, 'A payment never goes');
insert into parking.audit (park_sn, at, caller, action) values ('P1', now(), 'network', 'enter');
select throws_ok($$ update parking.audit set detail = 'x' $$, '23001', null,
  'The audit trail never changes');
select throws_ok($$ delete from parking.tariff_version $$, '23001', null,
  'A published tariff never goes');

-- Events and shifts
prepare capture(text) as insert into parking.capture (park_sn, booth_id, device_id, vendor, event_id,
    received_at, captured_at, plate_raw, plate_kind, reply, reply_type)
  values ('P1', 'in', 'cam', 'generic', $1, now(), now(), '', 'plateless', '', 'text/plain');
execute capture('e-1');
select throws_ok($$ execute capture('e-1') $$, '23505', null, 'An event is taken once');
execute capture(null);
select lives_ok($$ execute capture(null) $$, 'Events without an id are all taken');
select throws_ok(
  $$ insert into parking.shift (park_sn, booth_id, began_at) values ('P1', 'out', now()) $$,
  '23505', null, 'One open shift of the booth''s own');
select throws_ok(
  $$ insert into parking.arrival (arrival_id, park_sn, booth_id, license, category, state,
       first_read_at, last_read_at) values (1, 'P1', 'in', '', 0, 'waiting', now(), now()) $$,
  '23514', null, 'Who waits, waits until a time');
select throws_ok(
  $$ insert into parking.device (park_sn, device_id, booth_id, token_digest)
     values ('P1', 'cam2', 'in', sha256('token')) $$, '23505', null,
  'A token is one device''s');

-- Typed captures and the review list
select lives_ok(
  $$ insert into parking.capture (park_sn, booth_id, vendor, received_at, captured_at, plate_raw,
       plate_kind, reply, reply_type)
     values ('P1', 'out', 'typed', now(), now(), '', 'plateless', '', '') $$,
  'A typed read has no device');
select throws_ok(
  $$ insert into parking.capture (park_sn, booth_id, vendor, received_at, captured_at, plate_raw,
       plate_kind, reply, reply_type)
     values ('P1', 'out', 'generic', now(), now(), '', 'plateless', '', '') $$,
  '23514', null, 'A camera''s read has one');
select lives_ok(
  $$ insert into parking.capture (park_sn, booth_id, device_id, vendor, event_id, received_at,
       captured_at, plate_raw, plate_kind, reply, reply_type)
     values ('P1', 'in', 'cam', 'dahua', 'e-1', now(), now(), '', 'plateless', '', '') $$,
  'The same id in another format is another event');
prepare review(text, bigint) as insert into parking.review_item
  (park_sn, reason, stay_id, raised_at) values ('P1', $1, $2, now());
select lives_ok($$ execute review('long_stay', 1) $$, 'A long stay is reviewed');
select throws_ok($$ execute review('long_stay', 1) $$, '23505', null, 'once');
select lives_ok($$ execute review('opened_again', 1) $$, 'Other things may happen again');
select throws_ok($$ execute review('other', 1) $$, '23514', null, 'Reasons are those we know');
select throws_ok(
  $$ update parking.review_item set resolution = 'confirmed' $$, '23514', null,
  'What is resolved was resolved at a time');
select throws_ok(
  $$ update parking.review_item set note = 'x' $$, '23514', null,
  'An open entry has no note');
select throws_ok(
  $$ update parking.review_item set resolution = 'other', resolved_at = now() $$, '23514', null,
  'Resolutions are those we know');
select throws_ok(
  $$ update parking.device set steady_events = 1 $$, '23514', null,
  'A steady clock has its skew and its beginning');

select finish();
rollback;
