-- Deploy gatehouse:stays
-- requires: tariffs
-- requires: vehicles

begin;
set local role gatehouse_owner;

create sequence parking.arrival_id_seq as bigint;
create sequence parking.stay_id_seq as bigint;

create table parking.shift (
  shift_id   bigint generated always as identity primary key,
  park_sn    parking.identifier not null,
  booth_id   parking.identifier not null,
  account_id integer references parking.account,
  began_at   timestamptz not null,
  ended_at   timestamptz,
  foreign key (park_sn, booth_id) references parking.booth,
  check (ended_at >= began_at)
);
comment on table parking.shift is
  'One attendant''s duty at one booth (班次); without an attendant it is the booth''s own, one for each day of the park.';
comment on column parking.shift.shift_id is 'Its number.';
comment on column parking.shift.park_sn is 'Where.';
comment on column parking.shift.booth_id is 'At which booth.';
comment on column parking.shift.account_id is 'Who is on duty; null is the booth''s own shift.';
comment on column parking.shift.began_at is 'Its first act.';
comment on column parking.shift.ended_at is 'When the next shift began.';
create unique index shift_open_once on parking.shift (park_sn, booth_id, (account_id is null))
  where ended_at is null;
-- For a booth's newest past shifts.
create index shift_newest on parking.shift (park_sn, booth_id, began_at, shift_id) where ended_at is not null;

create table parking.arrival (
  arrival_id    bigint primary key,
  park_sn       parking.identifier not null,
  booth_id      parking.identifier not null,
  plate         parking.plate,
  license       text not null,
  read_license  text,
  category      parking.category not null,
  state         text not null check (state in
    ('waiting', 'refused', 'entered', 'settling', 'left', 'passed', 'turned_back', 'history')),
  first_read_at timestamptz not null,
  last_read_at  timestamptz not null,
  waiting_until timestamptz,
  need_register boolean not null default false,
  stay_id       bigint,
  enter_time    timestamptz,
  leave_time    timestamptz,
  pay_status    smallint not null default 0 check (pay_status between 0 and 2),
  released_at   timestamptz,
  pressed_at    timestamptz,
  press         text,
  is_typed      boolean not null default false,
  is_manual     boolean not null default false,
  coupon_amount parking.fen not null default 0,
  shift_id      bigint references parking.shift,
  picture       parking.digest,
  foreign key (park_sn, booth_id) references parking.booth,
  check (last_read_at >= first_read_at),
  check ((state = 'waiting') = (waiting_until is not null)),
  check (state not in ('entered', 'settling', 'left') or stay_id is not null),
  check (state <> 'left' or released_at is not null)
) with (fillfactor = 80);
comment on table parking.arrival is
  'One vehicle at one booth: reads of one plate there, each within 5 minutes of the last and none elsewhere between. What the booth''s lists show, and by which a second press is known.';
comment on column parking.arrival.arrival_id is 'Its number (capture_id of the booth''s URLs).';
comment on column parking.arrival.park_sn is 'Where.';
comment on column parking.arrival.booth_id is 'At which booth.';
comment on column parking.arrival.plate is 'The matching key; null for a plateless vehicle.';
comment on column parking.arrival.license is 'What the attendant sees: the plate, or nothing.';
comment on column parking.arrival.read_license is 'What was read, where an attendant said that it is another plate''s vehicle, or gave it a ticket.';
comment on column parking.arrival.category is 'How the vehicle is charged here.';
comment on column parking.arrival.state is 'waiting for the attendant; refused (blacklisted); entered; settling (fee to pay); left; passed (the next vehicle came, or nobody decided); turned_back; history (heard of later).';
comment on column parking.arrival.first_read_at is 'Its first read, or the press that typed it.';
comment on column parking.arrival.last_read_at is 'Its last read, or the last press that concerned it.';
comment on column parking.arrival.waiting_until is 'While waiting: until when (10 minutes after the last read).';
comment on column parking.arrival.need_register is 'The attendant has to type a plate.';
comment on column parking.arrival.stay_id is 'The stay that it began or ends.';
comment on column parking.arrival.enter_time is 'Beginning of that stay; null when unknown.';
comment on column parking.arrival.leave_time is 'At an exit: the end of the stay as quoted.';
comment on column parking.arrival.pay_status is '0 unpaid, 1 paid, 2 nothing to pay.';
comment on column parking.arrival.released_at is 'When the barrier was first opened for it.';
comment on column parking.arrival.pressed_at is 'The last press that concerned it.';
comment on column parking.arrival.press is 'What that press said, so that the same press is known again.';
comment on column parking.arrival.is_typed is 'An attendant typed it.';
comment on column parking.arrival.is_manual is 'Released by hand without payment.';
comment on column parking.arrival.coupon_amount is 'Taken off by a coupon when it left, in fen.';
comment on column parking.arrival.shift_id is 'The shift in which it was let through.';
comment on column parking.arrival.picture is 'Its first picture.';
create index arrival_of_booth on parking.arrival (park_sn, booth_id, first_read_at desc, arrival_id desc);
create index arrival_of_plate on parking.arrival (park_sn, plate, last_read_at desc) where plate is not null;
create index arrival_of_stay on parking.arrival (stay_id) where stay_id is not null;
create index arrival_of_shift on parking.arrival (shift_id) where shift_id is not null;

create table parking.capture (
  capture_id   bigint generated always as identity primary key,
  park_sn      parking.identifier not null,
  booth_id     parking.identifier not null,
  device_id    parking.identifier,
  vendor       text not null,
  event_id     text,
  received_at  timestamptz not null,
  captured_at  timestamptz not null,
  reported_at  timestamptz,
  plate_raw    text not null,
  plate        parking.plate,
  plate_kind   text not null,
  plate_color  text not null default '',
  confidence   smallint check (confidence between 0 and 1000),
  character_confidence smallint[] not null default '{}',
  is_replay    boolean not null default false,
  is_turned_back boolean not null default false,
  arrival_id   bigint,
  pictures     text[] not null default '{}',
  reply        bytea not null,
  reply_type   text not null,
  foreign key (park_sn, booth_id) references parking.booth,
  foreign key (park_sn, device_id) references parking.device,
  check ((vendor = 'typed') = (device_id is null))
);
comment on table parking.capture is
  'One plate read by a camera, with the reply it got, or typed by an attendant. Its insertion and its effect are one transaction; a repeated event gets the stored reply byte for byte.';
comment on column parking.capture.capture_id is 'Its number.';
comment on column parking.capture.park_sn is 'Where.';
comment on column parking.capture.booth_id is 'At which booth.';
comment on column parking.capture.device_id is 'The camera; null when it was typed.';
comment on column parking.capture.vendor is 'The format it came in; typed: an attendant''s.';
comment on column parking.capture.event_id is 'The device''s own key of the event, if it has one.';
comment on column parking.capture.received_at is 'When it came, by the database''s clock.';
comment on column parking.capture.captured_at is 'The time that counts: received_at when live, the camera''s own for a replay.';
comment on column parking.capture.reported_at is 'The camera''s own time, if it gave one.';
comment on column parking.capture.plate_raw is 'The text as it came.';
comment on column parking.capture.plate is 'Normalised; null when plateless.';
comment on column parking.capture.plate_kind is 'The layout of the plate (docs/devices.md).';
comment on column parking.capture.plate_color is 'As the device says.';
comment on column parking.capture.confidence is 'In thousandths; null when the device gives none.';
comment on column parking.capture.character_confidence is 'For each character of plate_raw, in thousandths; empty when the device gives none.';
comment on column parking.capture.is_replay is 'Stored by the camera and sent later.';
comment on column parking.capture.is_turned_back is 'The vehicle turned back.';
comment on column parking.capture.arrival_id is 'The arrival it belongs to.';
comment on column parking.capture.pictures is 'SHA-256 of its pictures in hexadecimal, by which the files are named.';
comment on column parking.capture.reply is 'The reply, byte for byte.';
comment on column parking.capture.reply_type is 'Its content type.';
create unique index capture_event_once on parking.capture (park_sn, device_id, vendor, event_id)
  where event_id is not null;
create index on parking.capture (arrival_id) where arrival_id is not null;
create index on parking.capture using brin (received_at) with (autosummarize);

create table parking.picture (
  park_sn    parking.identifier not null references parking.park,
  digest     parking.digest not null,
  media_type text not null check (media_type in ('image/jpeg', 'image/png')),
  size       integer not null check (size > 0),
  stored_at  timestamptz not null default now(),
  primary key (park_sn, digest)
);
comment on table parking.picture is 'Which pictures belong to a park; the bytes are files named by their digest.';
comment on column parking.picture.park_sn is 'Whose picture.';
comment on column parking.picture.digest is 'SHA-256 of the file.';
comment on column parking.picture.media_type is 'image/jpeg or image/png.';
comment on column parking.picture.size is 'In bytes.';
comment on column parking.picture.stored_at is 'When it first came.';

create table parking.open_stay (
  park_sn           parking.identifier not null references parking.park,
  plate             parking.plate not null,
  stay_id           bigint not null unique,
  license           text not null,
  plate_kind        text not null,
  category          parking.category not null,
  enter_time        timestamptz,
  enter_booth_id    parking.identifier,
  enter_arrival_id  bigint,
  enter_picture     parking.digest,
  tariff_version_id integer references parking.tariff_version,
  vehicle_class     parking.words check (vehicle_class <> '' and vehicle_class !~ ' '),
  coupon_minutes    integer not null default 0 check (coupon_minutes between 0 and 1440),
  settle_booth_id   parking.identifier,
  settle_arrival_id bigint,
  settle_until      timestamptz,
  leave_time        timestamptz,
  total_amount      parking.fen,
  coupon_amount     parking.fen not null default 0,
  quote             text,
  quote_error       text,
  primary key (park_sn, plate),
  check (leave_time >= enter_time),
  check (coupon_amount <= coalesce(total_amount, 0)),
  check ((settle_booth_id is null) = (settle_until is null)),
  check ((settle_booth_id is null) = (leave_time is null)),
  check (settle_booth_id is null or (total_amount is null) <> (quote_error is null)),
  foreign key (park_sn, enter_booth_id) references parking.booth,
  foreign key (park_sn, settle_booth_id) references parking.booth
) with (fillfactor = 60);
comment on table parking.open_stay is
  'The stays of vehicles that are inside: one for each park and plate, by the primary key, which a partitioned table could not hold. A stay without an entry stands here from the exit''s read to its release, with enter_time null.';
comment on column parking.open_stay.park_sn is 'Where.';
comment on column parking.open_stay.plate is 'The matching key.';
comment on column parking.open_stay.stay_id is 'Its number (car_park_records_id).';
comment on column parking.open_stay.license is 'The plate as shown.';
comment on column parking.open_stay.plate_kind is 'Its layout.';
comment on column parking.open_stay.category is 'Decided at entry, and not changed after.';
comment on column parking.open_stay.enter_time is 'When it entered; null when nobody saw it.';
comment on column parking.open_stay.enter_booth_id is 'Where it entered.';
comment on column parking.open_stay.enter_arrival_id is 'The arrival that began it.';
comment on column parking.open_stay.enter_picture is 'Its picture at the entry.';
comment on column parking.open_stay.tariff_version_id is 'The version in force at entry; null: the park had no tariff.';
comment on column parking.open_stay.vehicle_class is 'The class that its plate shows (large, small); null when no read told.';
comment on column parking.open_stay.coupon_minutes is 'Minutes taken off; kept when it is quoted anew.';
comment on column parking.open_stay.settle_booth_id is 'The exit booth where it stands with a fee to settle.';
comment on column parking.open_stay.settle_arrival_id is 'Its arrival there.';
comment on column parking.open_stay.settle_until is 'The quote is fixed until then (30 minutes).';
comment on column parking.open_stay.leave_time is 'The instant for which it was quoted.';
comment on column parking.open_stay.total_amount is 'The fee before the coupon, in fen.';
comment on column parking.open_stay.coupon_amount is 'What the coupon takes off, in fen.';
comment on column parking.open_stay.quote is 'The quote with its lines, as JSON.';
comment on column parking.open_stay.quote_error is 'Why there is no fee; only a manual release ends it.';
create index open_stay_settling on parking.open_stay (settle_arrival_id)
  where settle_arrival_id is not null;
create index open_stay_without_entry on parking.open_stay (settle_until) where enter_time is null;
create index open_stay_inside on parking.open_stay (park_sn, category) where enter_time is not null;

create table parking.stay (
  stay_id           bigint not null,
  park_sn           parking.identifier not null references parking.park,
  plate             parking.plate not null,
  license           text not null,
  plate_kind        text not null,
  category          parking.category not null,
  outcome           text not null check (outcome in ('left', 'unresolved', 'void', 'joined')),
  enter_time        timestamptz,
  enter_booth_id    parking.identifier,
  leave_time        timestamptz not null,
  leave_booth_id    parking.identifier,
  closed_at         timestamptz not null,
  tariff_version_id integer references parking.tariff_version,
  total_amount      parking.fen,
  coupon_minutes    integer not null default 0,
  coupon_amount     parking.fen not null default 0,
  paid_amount       parking.fen not null default 0,
  pay_status        smallint not null check (pay_status between 0 and 2),
  is_manual         boolean not null default false,
  reason            text not null default '',
  quote             text,
  quote_error       text,
  shift_id          bigint references parking.shift,
  primary key (stay_id, leave_time),
  check (enter_time <= leave_time),
  check (coupon_amount <= coalesce(total_amount, 0)),
  -- A CHECK that is null holds, so an unknown fee has to be named.
  check (pay_status = 0 or total_amount is not null),
  check (pay_status <> 1 or paid_amount = total_amount - coupon_amount and paid_amount > 0),
  check (pay_status <> 2 or total_amount = coupon_amount),
  check (pay_status = 1 or paid_amount = 0)
) partition by range (leave_time);
comment on table parking.stay is 'Finished stays (停车记录), partitioned by the month of leave_time.';
comment on column parking.stay.stay_id is 'Its number, the same as while it was open.';
comment on column parking.stay.park_sn is 'Where.';
comment on column parking.stay.plate is 'The matching key.';
comment on column parking.stay.license is 'The plate as shown.';
comment on column parking.stay.plate_kind is 'Its layout.';
comment on column parking.stay.category is 'How it was charged.';
comment on column parking.stay.outcome is 'left; unresolved (its exit was missed, or nobody decided); void (turned back); joined (had no entry, and was found to be another open stay''s vehicle).';
comment on column parking.stay.enter_time is 'When it entered; null when nobody saw it.';
comment on column parking.stay.enter_booth_id is 'Where it entered.';
comment on column parking.stay.leave_time is 'The instant it was charged to.';
comment on column parking.stay.leave_booth_id is 'Where it left.';
comment on column parking.stay.closed_at is 'When it was finished.';
comment on column parking.stay.tariff_version_id is 'What priced it.';
comment on column parking.stay.total_amount is 'The fee before the coupon, in fen; null when it could not be computed.';
comment on column parking.stay.coupon_minutes is 'Minutes taken off.';
comment on column parking.stay.coupon_amount is 'What they took off, in fen.';
comment on column parking.stay.paid_amount is 'What was paid, in fen.';
comment on column parking.stay.pay_status is '0 unpaid, 1 paid, 2 nothing to pay.';
comment on column parking.stay.is_manual is 'Released by hand without payment.';
comment on column parking.stay.reason is 'The attendant''s reason for that.';
comment on column parking.stay.quote is 'The quote with its lines, as JSON.';
comment on column parking.stay.quote_error is 'Why there was no fee.';
comment on column parking.stay.shift_id is 'The shift that let it out.';
create index on parking.stay (park_sn, plate, leave_time desc);
create table parking.stay_other partition of parking.stay default;
comment on table parking.stay_other is 'Finished stays of months that have no partition yet.';

-- A partition is made long before its month. Where that was forgotten, its stays lie in stay_other
-- and move. A gate must not wait behind this while a report holds it up: it gives up, and comes again.
create function parking.make_stay_partition(month date) returns void
language plpgsql security definer set search_path = pg_catalog set lock_timeout = '200ms' as $$
declare
  first timestamptz := date_trunc('month', month)::timestamp at time zone 'UTC';
  next timestamptz := (date_trunc('month', month) + interval '1 month')::timestamp at time zone 'UTC';
  name text := 'stay_' || to_char(month, 'YYYY_MM');
begin
  if to_regclass('parking.' || name) is not null then return; end if;
  execute format('create table parking.%I (like parking.stay including all)', name);
  execute format('comment on table parking.%I is %L', name,
    'Finished stays whose leave_time is in ' || to_char(month, 'YYYY-MM') || ' (UTC).');
  execute format('with moved as (
      delete from parking.stay_other where leave_time >= %L and leave_time < %L returning *)
    insert into parking.%I select * from moved', first, next, name);
  execute format('alter table parking.stay attach partition parking.%I for values from (%L) to (%L)',
    name, first, next);
end $$;
comment on function parking.make_stay_partition(date) is
  'Makes the partition of finished stays for a month (UTC), if it is not there.';
revoke all on function parking.make_stay_partition(date) from public;
grant execute on function parking.make_stay_partition(date) to gatehouse_admin, gatehouse_relay;
-- The relay makes the next ones.
do $$ begin perform parking.make_stay_partition(month::date)
  from generate_series(date_trunc('month', now()) - interval '1 month', now() + interval '3 months',
    interval '1 month') month; end $$;

-- Identity columns need no right on their sequences.
grant usage on sequence parking.arrival_id_seq, parking.stay_id_seq to gatehouse_worker;
grant select on parking.shift, parking.arrival, parking.capture, parking.picture, parking.open_stay
  to gatehouse_worker, gatehouse_admin;
grant select on parking.stay to gatehouse_admin;
-- Earlier stays of a vehicle go into a fee; nothing else of finished stays is the worker's to read.
grant select (stay_id, park_sn, plate, outcome, enter_time, leave_time, total_amount)
  on parking.stay to gatehouse_worker;
grant insert on parking.shift, parking.arrival, parking.capture, parking.picture, parking.open_stay,
  parking.stay to gatehouse_worker;
grant update (ended_at) on parking.shift to gatehouse_worker;
grant update on parking.arrival, parking.open_stay to gatehouse_worker;
grant delete on parking.open_stay to gatehouse_worker;
-- The command line and the relay end stays that nobody decided about.
grant usage on sequence parking.arrival_id_seq, parking.stay_id_seq to gatehouse_admin;
grant select on parking.open_stay, parking.arrival to gatehouse_relay;
grant insert on parking.stay to gatehouse_admin, gatehouse_relay;
grant delete on parking.open_stay to gatehouse_admin, gatehouse_relay;
grant update (state, waiting_until, need_register) on parking.arrival
  to gatehouse_admin, gatehouse_relay;
commit;
