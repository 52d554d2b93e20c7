-- Deploy gatehouse:reports
-- requires: books
-- requires: consoles
-- requires: devices
-- requires: leasing

begin;
set local role gatehouse_owner;

create schema report;
comment on schema report is
  'What an operator asks of its parks: views for psql and for programs that draw. Money is fen, days and hours are those of the park''s clocks. Every reader sees its own operator''s parks alone.';
grant usage, create on schema report to gatehouse_views;
grant usage on schema report to gatehouse_report, gatehouse_admin, gatehouse_relay;
grant usage on schema parking to gatehouse_views;

create table parking.report_reader (
  role_name   name primary key,
  operator_id parking.identifier not null references parking.operator
);
comment on table parking.report_reader is 'Which operator''s parks a role of the database sees in the report schema.';
comment on column parking.report_reader.role_name is 'The role, as current_user gives it.';
comment on column parking.report_reader.operator_id is 'Whose parks.';
create index on parking.report_reader (operator_id);

create table parking.summary_state (
  is_only   boolean primary key default true check (is_only),
  begins_at timestamptz not null,
  ends_at   timestamptz not null default 'infinity',
  check (begins_at < ends_at)
);
comment on table parking.summary_state is
  'What the summaries do not hold yet: what was written down from begins_at on. Reports add it to the summaries.';
comment on column parking.summary_state.is_only is 'There is one row.';
comment on column parking.summary_state.begins_at is 'Everything written down before is in the summaries.';
comment on column parking.summary_state.ends_at is
  'infinity, but within the transaction that takes the next slice into the summaries.';
insert into parking.summary_state (begins_at) values ('-infinity');

create table parking.income_summary (
  park_sn    parking.identifier not null references parking.park,
  day        date not null,
  booth_id   text not null,
  shift_id   bigint not null,
  pay_method text not null,
  payments   bigint not null,
  paid       bigint not null,
  reversals  bigint not null,
  reversed   bigint not null,
  primary key (park_sn, day, booth_id, shift_id, pay_method)
);
comment on table parking.income_summary is 'Money of a day of the park, by booth, shift and method.';
comment on column parking.income_summary.park_sn is 'Where.';
comment on column parking.income_summary.day is 'The day of the park on which it was booked.';
comment on column parking.income_summary.booth_id is 'At which booth.';
comment on column parking.income_summary.shift_id is 'To which shift.';
comment on column parking.income_summary.pay_method is 'cash, wechat, alipay or other.';
comment on column parking.income_summary.payments is 'How many payments.';
comment on column parking.income_summary.paid is 'Their sum, in fen.';
comment on column parking.income_summary.reversals is 'How many of any day were reversed on this day.';
comment on column parking.income_summary.reversed is 'Their sum, in fen.';

create table parking.stay_summary (
  park_sn        parking.identifier not null references parking.park,
  day            date not null,
  category       parking.category not null,
  length_class   smallint not null check (length_class between 0 and 7),
  stays          bigint not null,
  minutes        bigint not null,
  charged        bigint not null,
  coupon_amount  bigint not null,
  paid           bigint not null,
  free           bigint not null,
  manual         bigint not null,
  primary key (park_sn, day, category, length_class)
);
comment on table parking.stay_summary is 'Stays of vehicles that left on a day of the park, by category and length.';
comment on column parking.stay_summary.park_sn is 'Where.';
comment on column parking.stay_summary.day is 'The day of the park on which they left.';
comment on column parking.stay_summary.category is 'How they were charged.';
comment on column parking.stay_summary.length_class is
  'How long they stayed: 0 to 30 min, 1 to 1 h, 2 to 2 h, 3 to 4 h, 4 to 8 h, 5 to 24 h, 6 longer, 7 nobody knows.';
comment on column parking.stay_summary.stays is 'How many.';
comment on column parking.stay_summary.minutes is 'Whole minutes of all of them.';
comment on column parking.stay_summary.charged is 'Fees before coupons, in fen.';
comment on column parking.stay_summary.coupon_amount is 'What coupons took off, in fen.';
comment on column parking.stay_summary.paid is 'What was paid at the exit, in fen; what was reversed later is not taken off.';
comment on column parking.stay_summary.free is 'Of them, with nothing to pay.';
comment on column parking.stay_summary.manual is 'Of them, released by hand without payment.';

create table parking.exit_summary (
  park_sn        parking.identifier not null references parking.park,
  day            date not null,
  booth_id       text not null,
  shift_id       bigint not null,
  exits          bigint not null,
  free           bigint not null,
  manual         bigint not null,
  manual_amount  bigint not null,
  manual_unknown bigint not null,
  coupons        bigint not null,
  coupon_minutes bigint not null,
  coupon_amount  bigint not null,
  primary key (park_sn, day, booth_id, shift_id)
);
comment on table parking.exit_summary is 'Vehicles that left on a day of the park, by booth and shift.';
comment on column parking.exit_summary.park_sn is 'Where.';
comment on column parking.exit_summary.day is 'The day of the park on which they left.';
comment on column parking.exit_summary.booth_id is 'At which booth; empty when nobody knows.';
comment on column parking.exit_summary.shift_id is 'In which shift; 0: in none.';
comment on column parking.exit_summary.exits is 'How many.';
comment on column parking.exit_summary.free is 'Of them, with nothing to pay.';
comment on column parking.exit_summary.manual is 'Of them, released by hand without payment.';
comment on column parking.exit_summary.manual_amount is 'What those would have had to pay, in fen.';
comment on column parking.exit_summary.manual_unknown is 'Of those, whose fee could not be computed.';
comment on column parking.exit_summary.coupons is 'Stays with a coupon.';
comment on column parking.exit_summary.coupon_minutes is 'Minutes that they took off.';
comment on column parking.exit_summary.coupon_amount is 'What that was worth, in fen.';

create table parking.level_summary (
  park_sn   parking.identifier not null references parking.park,
  at        timestamptz not null,
  day       date not null,
  hour      smallint not null check (hour between 0 and 23),
  inside    integer not null,
  inside_15 integer not null,
  inside_30 integer not null,
  inside_45 integer not null,
  inside_60 integer not null,
  entered   integer not null,
  gone      integer not null,
  primary key (park_sn, at)
);
comment on table parking.level_summary is
  'Vehicles inside by the hour of the park, of finished stays whose entry is known: a row for each hour since the first. With the stays that are open, it is how many were inside.';
comment on column parking.level_summary.park_sn is 'Where.';
comment on column parking.level_summary.at is 'When the hour begins.';
comment on column parking.level_summary.day is 'The day of the park.';
comment on column parking.level_summary.hour is 'The hour of its clocks; it comes twice on the day on which they are put back.';
comment on column parking.level_summary.inside is 'Inside when it began.';
comment on column parking.level_summary.inside_15 is 'Inside a quarter later.';
comment on column parking.level_summary.inside_30 is 'Inside when it was half over.';
comment on column parking.level_summary.inside_45 is 'Inside at its third quarter.';
comment on column parking.level_summary.inside_60 is 'Inside when it was over.';
comment on column parking.level_summary.entered is 'How many came in.';
comment on column parking.level_summary.gone is 'How many went out.';

create table parking.lane_summary (
  park_sn  parking.identifier not null references parking.park,
  day      date not null,
  booth_id text not null,
  vehicles bigint not null,
  reads    bigint not null,
  typed    bigint not null,
  openings bigint not null,
  repeats  bigint not null,
  by_device bigint not null,
  primary key (park_sn, day, booth_id)
);
comment on table parking.lane_summary is 'What cameras and barriers of a booth saw on a day of the park.';
comment on column parking.lane_summary.park_sn is 'Where.';
comment on column parking.lane_summary.day is 'The day of the park.';
comment on column parking.lane_summary.booth_id is 'At which booth.';
comment on column parking.lane_summary.vehicles is 'Arrivals that a camera read.';
comment on column parking.lane_summary.reads is 'Reads of cameras; a vehicle may be read more than once.';
comment on column parking.lane_summary.typed is 'Plates that an attendant typed.';
comment on column parking.lane_summary.openings is 'Openings of the barrier that we decided.';
comment on column parking.lane_summary.repeats is 'Of them, a press again for a vehicle that was let through already.';
comment on column parking.lane_summary.by_device is 'Openings that the barrier reported and nobody here decided.';

create table parking.device_summary (
  park_sn    parking.identifier not null references parking.park,
  day        date not null,
  device_id  text not null,
  reads      bigint not null,
  replays    bigint not null,
  unsure     bigint not null,
  plateless  bigint not null,
  repeats    bigint not null,
  others     bigint not null,
  primary key (park_sn, day, device_id)
);
comment on table parking.device_summary is 'How a device did on a day of the park.';
comment on column parking.device_summary.park_sn is 'Where.';
comment on column parking.device_summary.day is 'The day of the park.';
comment on column parking.device_summary.device_id is 'Which device.';
comment on column parking.device_summary.reads is 'Reads, repetitions not counted.';
comment on column parking.device_summary.replays is 'Of them, stored by the camera: the network was away.';
comment on column parking.device_summary.unsure is 'Of them, with a confidence below 800 thousandths.';
comment on column parking.device_summary.plateless is 'Of them, without a plate.';
comment on column parking.device_summary.repeats is 'Repetitions of known reads.';
comment on column parking.device_summary.others is 'Events that are no reads.';

create table parking.lease_summary (
  window_id bigint primary key references parking.lease_window on delete cascade,
  park_sn   parking.identifier not null,
  left_at   timestamptz not null
);
comment on table parking.lease_summary is 'Lease windows during which the vehicle was inside, of finished stays.';
comment on column parking.lease_summary.window_id is 'Which window.';
comment on column parking.lease_summary.park_sn is 'Where.';
comment on column parking.lease_summary.left_at is 'When the last of those stays ended.';

-- What was written down since the summaries were, and what somebody still owes.
create index on parking.stay using brin (closed_at) with (autosummarize);
create index on parking.opening using brin (decided_at) with (autosummarize);
create index on parking.review_item using brin (raised_at);
create index on parking.device_event using brin (received_at) with (autosummarize);
create index on parking.lease_window using brin (received_at) with (autosummarize);
create index stay_owed on parking.stay (park_sn, leave_time)
  where outcome = 'unresolved' or outcome = 'left' and pay_status = 0;
create index payment_reversal on parking.payment (park_sn, booked_at) where kind = 'reversal';
create index review_of_stay on parking.review_item (stay_id) where stay_id is not null;

-- The views' owner reads what reports are made of, and no plate but to match leases with stays.
grant select on parking.summary_state, parking.report_reader, parking.income_summary,
  parking.stay_summary, parking.exit_summary, parking.level_summary, parking.lane_summary,
  parking.device_summary, parking.lease_summary to gatehouse_views;
grant select on parking.payment, parking.opening, parking.shift to gatehouse_views;
grant select (park_sn, operator_id, park_name, time_zone, places, lease_places, retired_at)
  on parking.park to gatehouse_views;
grant select (operator_id, operator_name) on parking.operator to gatehouse_views;
grant select (park_sn, booth_id, booth_name, direction, position, retired_at)
  on parking.booth to gatehouse_views;
grant select (park_sn, device_id, booth_id, last_seen_at, last_skew_ms, retired_at)
  on parking.device to gatehouse_views;
grant select (account_id, display_name, operator_id) on parking.account to gatehouse_views;
grant select (shift_id, expected_amount, counted_amount, note, handed_at)
  on parking.handover to gatehouse_views;
grant select (stay_id, park_sn, plate, category, outcome, enter_time, enter_booth_id, leave_time,
    leave_booth_id, closed_at, total_amount, coupon_minutes, coupon_amount, paid_amount, pay_status,
    is_manual, reason, shift_id) on parking.stay to gatehouse_views;
grant select (stay_id, park_sn, plate, category, enter_time) on parking.open_stay to gatehouse_views;
grant select (capture_id, park_sn, booth_id, device_id, vendor, received_at, captured_at, plate,
    confidence, is_replay, is_turned_back, arrival_id) on parking.capture to gatehouse_views;
grant select (park_sn, device_id, received_at, kind, is_repeat)
  on parking.device_event to gatehouse_views;
grant select (review_id, park_sn, booth_id, reason, stay_id, raised_at, resolved_at, resolution)
  on parking.review_item to gatehouse_views;
grant select (window_id, app_id, park_sn, plate, window_date, begins_at, ends_at, offer_check,
    received_at, taken_back_at) on parking.lease_window to gatehouse_views;

-- Behind the views a reader sees the rows of its own operator's parks; the command line, and who
-- may be it, all of them. Other roles are told by their grants alone.
do $$
declare
  name text;
  own text;
begin
  foreach name in array array ['report_reader', 'operator', 'account', 'park', 'booth', 'device',
    'payment', 'opening', 'shift', 'handover', 'stay', 'open_stay', 'capture', 'device_event',
    'review_item', 'lease_window', 'income_summary', 'stay_summary', 'exit_summary',
    'level_summary', 'lane_summary', 'device_summary', 'lease_summary']
  loop
    own := case
      when name = 'report_reader' then 'role_name = current_user'
      when name = 'operator' then
        $own$pg_has_role('gatehouse_admin', 'usage') or current_user = 'gatehouse_owner'
          or operator_id in (select r.operator_id from parking.report_reader r)$own$
      when name in ('account', 'park') then
        'operator_id in (select o.operator_id from parking.operator o)'
      when name = 'handover' then 'shift_id in (select s.shift_id from parking.shift s)'
      else 'park_sn in (select p.park_sn from parking.park p)' end;
    execute format('alter table parking.%I enable row level security', name);
    execute format('create policy served on parking.%I
      to gatehouse_worker, gatehouse_admin, gatehouse_relay using (true) with check (true)', name);
    execute format('create policy reported on parking.%I for select to gatehouse_views using (%s)',
      name, own);
  end loop;
end
$$;

grant select, insert, delete on parking.report_reader to gatehouse_admin;
grant select on parking.summary_state to gatehouse_admin, gatehouse_relay;
commit;
