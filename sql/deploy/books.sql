-- Deploy gatehouse:books
-- requires: stays

begin;
set local role gatehouse_owner;

create table parking.payment (
  payment_id bigint generated always as identity primary key,
  park_sn    parking.identifier not null references parking.park,
  stay_id    bigint not null,
  booth_id   parking.identifier not null,
  shift_id   bigint not null references parking.shift,
  kind       text not null default 'payment' check (kind in ('payment', 'reversal')),
  reverses   bigint unique references parking.payment,
  amount     parking.fen not null check (amount > 0),
  pay_method text not null check (pay_method in ('cash', 'wechat', 'alipay', 'other')),
  booked_at  timestamptz not null,
  foreign key (park_sn, booth_id) references parking.booth,
  check ((kind = 'reversal') = (reverses is not null))
);
comment on table parking.payment is 'Money taken. A payment is never changed, only reversed.';
comment on column parking.payment.payment_id is 'Its number.';
comment on column parking.payment.park_sn is 'Where.';
comment on column parking.payment.stay_id is 'For which stay.';
comment on column parking.payment.booth_id is 'At which booth.';
comment on column parking.payment.shift_id is 'To which shift it was booked.';
comment on column parking.payment.kind is 'payment, or reversal of one.';
comment on column parking.payment.reverses is 'The payment that a reversal takes back.';
comment on column parking.payment.amount is 'In fen.';
comment on column parking.payment.pay_method is 'cash, wechat, alipay or other.';
comment on column parking.payment.booked_at is 'When.';
create unique index payment_once on parking.payment (stay_id) where kind = 'payment';
create index on parking.payment (shift_id);
create trigger payment_never_changes before update or delete on parking.payment
  for each row execute function parking.refuse_change();

create table parking.opening (
  opening_id   bigint generated always as identity primary key,
  park_sn      parking.identifier not null,
  booth_id     parking.identifier not null,
  arrival_id   bigint not null,
  cause        text not null check (cause in ('read', 'press', 'repeat')),
  display      text not null default '',
  decided_at   timestamptz not null,
  expires_at   timestamptz not null,
  delivered_at timestamptz,
  delivered_by text check (delivered_by in ('reply', 'heartbeat', 'poll')),
  foreign key (park_sn, booth_id) references parking.booth,
  check ((delivered_at is null) = (delivered_by is null)),
  check (delivered_at <= expires_at)
);
comment on table parking.opening is
  'Every opening of a barrier. One that a press decided reaches the barrier by the camera''s next request, at most once and within 10 seconds.';
comment on column parking.opening.opening_id is 'Its number (command_id).';
comment on column parking.opening.park_sn is 'Where.';
comment on column parking.opening.booth_id is 'Which barrier.';
comment on column parking.opening.arrival_id is 'For which arrival.';
comment on column parking.opening.cause is 'read (in the camera''s reply), press (an attendant''s), repeat (a press again).';
comment on column parking.opening.display is 'What the lane''s display says.';
comment on column parking.opening.decided_at is 'When it was decided.';
comment on column parking.opening.expires_at is 'Not delivered after this.';
comment on column parking.opening.delivered_at is 'When a camera took it.';
comment on column parking.opening.delivered_by is 'In which way.';
-- Openings that no camera came for only become more: whoever looks for one that waits begins at those that have
-- not expired.
create index opening_waiting on parking.opening (park_sn, booth_id, expires_at, opening_id)
  where delivered_at is null;
create index on parking.opening (arrival_id);

create table parking.review_item (
  review_id   bigint generated always as identity primary key,
  park_sn     parking.identifier not null references parking.park,
  booth_id    parking.identifier,
  reason      text not null check (reason in
    ('unresolved', 'no_entry', 'manual_release', 'replayed_exit', 'clock', 'unclassified_plate',
      'blacklisted_inside', 'opened_again', 'opened_by_device', 'plateless_history', 'old_replay',
      'long_stay', 'low_confidence', 'abandoned', 'payment_reversed', 'oversize_body')),
  stay_id     bigint,
  arrival_id  bigint,
  detail      text not null default '',
  raised_at   timestamptz not null,
  resolved_at timestamptz,
  resolution  text check (resolution in
    ('confirmed', 'mistake', 'collected', 'waived', 'pursued', 'closed')),
  note        text not null default '',
  resolved_by integer references parking.account,
  foreign key (park_sn, booth_id) references parking.booth,
  check ((resolved_at is null) = (resolution is null)),
  check (resolved_at is not null or (note = '' and resolved_by is null))
);
comment on table parking.review_item is 'What a person has to look at; nothing is settled silently.';
comment on column parking.review_item.review_id is 'Its number.';
comment on column parking.review_item.park_sn is 'Where.';
comment on column parking.review_item.booth_id is 'At which booth; null when it happened at none.';
comment on column parking.review_item.reason is 'Why; each has a suggestion and ways to resolve it.';
comment on column parking.review_item.stay_id is 'The stay it concerns.';
comment on column parking.review_item.arrival_id is 'The arrival it concerns.';
comment on column parking.review_item.detail is 'More, in words.';
comment on column parking.review_item.raised_at is 'When it was raised.';
comment on column parking.review_item.resolved_at is 'When somebody dealt with it; null while it is open.';
comment on column parking.review_item.resolution is 'confirmed (all is well), mistake (nothing is owed), collected (paid elsewhere), waived (given up), pursued, closed (its open stay was ended).';
comment on column parking.review_item.note is 'What that person wrote.';
comment on column parking.review_item.resolved_by is 'That person; null for a terminal and the command line, which the audit trail names.';
create index review_open on parking.review_item (park_sn, review_id) where resolved_at is null;
create index review_of_park on parking.review_item (park_sn, review_id);
-- Raised by the sweep, which comes again and again.
create unique index review_long_stay_once on parking.review_item (stay_id)
  where reason = 'long_stay';

create table parking.audit (
  audit_id   bigint generated always as identity primary key,
  park_sn    parking.identifier not null references parking.park,
  booth_id   parking.identifier,
  at         timestamptz not null,
  account_id integer references parking.account,
  caller     text not null,
  action     text not null,
  stay_id    bigint,
  arrival_id bigint,
  detail     text not null default ''
);
comment on table parking.audit is 'Who did what: every press that had an effect.';
comment on column parking.audit.audit_id is 'Its number.';
comment on column parking.audit.park_sn is 'Where.';
comment on column parking.audit.booth_id is 'At which booth.';
comment on column parking.audit.at is 'When.';
comment on column parking.audit.account_id is 'The person, if signed in.';
comment on column parking.audit.caller is 'How the caller was let in: session, terminal or network; or the command line.';
comment on column parking.audit.action is 'enter, leave, coupon, typed_capture, match (whose stay a misread is), cancel (a turn-back), reversal, review, correct, begin_shift, handover; picture (somebody of the office looked at one), vehicle_…, tariff_publish, offer_change, offer_push.';
comment on column parking.audit.stay_id is 'The stay it concerned.';
comment on column parking.audit.arrival_id is 'The arrival it concerned.';
comment on column parking.audit.detail is 'More, in words.';
create index on parking.audit using brin (at);
create trigger audit_never_changes before update on parking.audit
  for each row execute function parking.refuse_change();
-- What is older than it is kept goes, by a function of the owner alone.
create trigger audit_never_goes before delete on parking.audit
  for each row when (current_user <> 'gatehouse_owner') execute function parking.refuse_change();

grant select on parking.payment, parking.opening to gatehouse_worker, gatehouse_admin;
grant select on parking.review_item, parking.audit to gatehouse_admin;
grant insert on parking.payment, parking.opening, parking.review_item, parking.audit
  to gatehouse_worker;
grant select on parking.review_item to gatehouse_worker, gatehouse_relay;
grant insert on parking.review_item to gatehouse_admin, gatehouse_relay;
grant insert on parking.audit to gatehouse_admin;
grant update (resolved_at, resolution, note, resolved_by) on parking.review_item
  to gatehouse_worker, gatehouse_admin;
grant update (expires_at, delivered_at, delivered_by) on parking.opening to gatehouse_worker;
commit;
