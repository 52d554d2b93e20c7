-- Deploy leasing-app:orders
-- requires: offers

begin;
set local role leasing_app_owner;

create domain leasing_app.plate as text collate "C"
  check (char_length(value) between 1 and 64 and value !~ '[[:space:][:cntrl:]]');
comment on domain leasing_app.plate is 'A normalised number plate.';

create table leasing_app.lease_order (
  order_id     bigint generated always as identity primary key,
  app_id       leasing_app.identifier not null,
  park_sn      leasing_app.identifier not null,
  plate        leasing_app.plate not null,
  window_date  date not null,
  start_time   leasing_app.minute_of_day not null,
  end_time     leasing_app.minute_of_day not null,
  begins_at    timestamptz not null,
  price        leasing_app.fen not null,
  placed_at    timestamptz not null default clock_timestamp(),
  cancelled_at timestamptz,
  foreign key (app_id, park_sn) references leasing_app.offer,
  check (cancelled_at <= begins_at)
);
comment on table leasing_app.lease_order is 'One window that a driver bought.';
comment on column leasing_app.lease_order.order_id is 'Its number.';
comment on column leasing_app.lease_order.app_id is 'Of which parking system.';
comment on column leasing_app.lease_order.park_sn is 'At which park.';
comment on column leasing_app.lease_order.plate is 'Whose.';
comment on column leasing_app.lease_order.window_date is 'The day on which it begins.';
comment on column leasing_app.lease_order.start_time is 'When it begins, by the park''s clocks.';
comment on column leasing_app.lease_order.end_time is 'When it ends; not later than start_time means on the next day.';
comment on column leasing_app.lease_order.begins_at is 'The first instant that it covers.';
comment on column leasing_app.lease_order.price is 'What the driver paid, in fen.';
comment on column leasing_app.lease_order.placed_at is 'When it was sold.';
comment on column leasing_app.lease_order.cancelled_at is 'When it was cancelled; never after it had begun.';
create unique index lease_order_once on leasing_app.lease_order
  (app_id, park_sn, plate, window_date, start_time, end_time) where cancelled_at is null;

create table leasing_app.outbox (
  outbox_id     bigint generated always as identity primary key,
  app_id        leasing_app.identifier not null references leasing_app.partner,
  kind          text not null check (kind in ('api/SynLeaseOrder')),
  subject       leasing_app.identifier not null,
  body          json not null check (json_typeof(body) = 'object'),
  created_at    timestamptz not null default clock_timestamp(),
  due_since     timestamptz not null default clock_timestamp(),
  next_at       timestamptz not null default clock_timestamp(),
  attempts      integer not null default 0 check (attempts >= 0),
  busy_until    timestamptz,
  delivered_at  timestamptz,
  superseded_at timestamptz,
  gave_up_at    timestamptz,
  last_error    text,
  check (num_nonnulls(delivered_at, superseded_at, gave_up_at) <= 1)
) with (fillfactor = 70);
comment on table leasing_app.outbox is
  'Orders that parking systems are still to be told, written in the transaction of the sale; delivered in order for each park.';
comment on column leasing_app.outbox.outbox_id is 'Its number; a stream is in the order of these.';
comment on column leasing_app.outbox.app_id is 'Whom to tell.';
comment on column leasing_app.outbox.kind is 'By which of its URLs.';
comment on column leasing_app.outbox.subject is 'The park_sn.';
comment on column leasing_app.outbox.body is 'The parameters.';
comment on column leasing_app.outbox.created_at is 'When the order was placed.';
comment on column leasing_app.outbox.due_since is 'From when the time counts after which the relay gives up.';
comment on column leasing_app.outbox.next_at is 'Not to be tried before.';
comment on column leasing_app.outbox.attempts is 'How often it was tried since then.';
comment on column leasing_app.outbox.busy_until is 'A relay is sending it, and its request may be on the way until then.';
comment on column leasing_app.outbox.delivered_at is 'When the parking system took it.';
comment on column leasing_app.outbox.superseded_at is 'Never, here: every order counts.';
comment on column leasing_app.outbox.gave_up_at is 'When the relay gave up; reconciliation will bring it.';
comment on column leasing_app.outbox.last_error is 'Why the last attempt failed.';
create index outbox_pending on leasing_app.outbox (app_id, kind, subject, outbox_id)
  where delivered_at is null and superseded_at is null and gave_up_at is null;

create function leasing_app.sweep_outbox(keep interval) returns bigint
language sql security definer set search_path = leasing_app, pg_temp as $$
  with swept as (
    delete from outbox b using (
      select outbox_id from outbox where delivered_at < now() - greatest(keep, interval '1 day')
      limit 10000 for update skip locked) old
    where b.outbox_id = old.outbox_id returning 1)
  select count(*) from swept
$$;
comment on function leasing_app.sweep_outbox(interval) is
  'Deletes at most 10,000 rows that were delivered so long ago, a day at least, and says how many.';
revoke all on function leasing_app.sweep_outbox(interval) from public;

grant select, insert on leasing_app.lease_order to leasing_app_worker;
grant update (cancelled_at) on leasing_app.lease_order to leasing_app_worker;
grant insert on leasing_app.outbox to leasing_app_worker;
grant select on leasing_app.outbox to leasing_app_relay;
grant update (next_at, attempts, busy_until, delivered_at, superseded_at, gave_up_at, last_error)
  on leasing_app.outbox to leasing_app_relay;
grant execute on function leasing_app.sweep_outbox(interval) to leasing_app_relay;
commit;
