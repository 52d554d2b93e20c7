-- Deploy gatehouse:leasing
-- requires: partners

begin;
set local role gatehouse_owner;

create domain parking.minute_of_day as time(0)
  check (value < '24:00' and extract(second from value) = 0);
comment on domain parking.minute_of_day is
  'A time on a clock in whole minutes, 00:00 to 23:59 (HH:ii of the lease document). 24:00 is none.';

create table parking.lease_offer (
  park_sn       parking.identifier primary key references parking.park,
  is_open       boolean not null default true,
  deadline      date not null,
  start_time    parking.minute_of_day not null,
  end_time      parking.minute_of_day not null,
  is_sat        boolean not null default false,
  is_sun        boolean not null default false,
  is_holiday    boolean not null default false,
  price         parking.fen not null,
  start_price   parking.fen not null,
  holiday_price parking.fen not null,
  changed_at    timestamptz not null default clock_timestamp()
);
comment on table parking.lease_offer is 'A park''s off-peak terms (leasePark), the same for all its partners.';
comment on column parking.lease_offer.park_sn is 'Whose terms.';
comment on column parking.lease_offer.is_open is 'Whether partners get it.';
comment on column parking.lease_offer.deadline is 'The last day on which a window may begin.';
comment on column parking.lease_offer.start_time is 'When the daily window begins.';
comment on column parking.lease_offer.end_time is 'When it ends; not later than start_time means on the next day.';
comment on column parking.lease_offer.is_sat is 'Saturdays are offered all day.';
comment on column parking.lease_offer.is_sun is 'Sundays are offered all day.';
comment on column parking.lease_offer.is_holiday is 'Public holidays are offered all day.';
comment on column parking.lease_offer.price is 'For each further 30 minutes begun, in fen.';
comment on column parking.lease_offer.start_price is 'For the first 30 minutes, in fen.';
comment on column parking.lease_offer.holiday_price is 'For the whole of a day that is offered all day, in fen.';
comment on column parking.lease_offer.changed_at is 'When it last changed.';

create table parking.lease_window (
  window_id     bigint generated always as identity primary key,
  app_id        parking.identifier not null references parking.partner,
  park_sn       parking.identifier not null references parking.park,
  plate         parking.plate,
  window_date   date not null,
  start_time    parking.minute_of_day not null,
  end_time      parking.minute_of_day not null,
  begins_at     timestamptz not null,
  ends_at       timestamptz not null,
  offer_check   text not null check (offer_check in ('inside', 'outside', 'not_checked')),
  source        text not null check (source in ('order', 'reconciliation')),
  received_at   timestamptz not null default clock_timestamp(),
  taken_back_at timestamptz,
  check (begins_at <= ends_at),
  -- Time that has begun is the driver's, whatever the partner forgets.
  check (taken_back_at <= begins_at)
);
comment on table parking.lease_window is
  'A plate''s right to park for one window (SynLeaseOrder). What it covers is free of charge.';
comment on column parking.lease_window.window_id is 'Its number.';
comment on column parking.lease_window.app_id is 'Which partner sold it.';
comment on column parking.lease_window.park_sn is 'Where it holds.';
comment on column parking.lease_window.plate is 'Whom it covers, normalised; null covers nobody until an order names a plate for the same window.';
comment on column parking.lease_window.window_date is 'The day on which it begins.';
comment on column parking.lease_window.start_time is 'When it begins, by the park''s clocks.';
comment on column parking.lease_window.end_time is 'When it ends; not later than start_time means on the next day.';
comment on column parking.lease_window.begins_at is 'The first instant that it covers.';
comment on column parking.lease_window.ends_at is 'The first instant after it.';
comment on column parking.lease_window.offer_check is
  'Whether it lies inside the offer as it was when the order came; not_checked: its day was over or in a year without a calendar. It is honoured in any case.';
comment on column parking.lease_window.source is 'order: the partner sent it; reconciliation: we read it from the partner.';
comment on column parking.lease_window.received_at is 'When the newest order for it came.';
comment on column parking.lease_window.taken_back_at is 'When reconciliation took it back; never after it had begun.';
-- Also the gate's way to a vehicle's windows, so the plate stands before the partner.
create unique index lease_window_once on parking.lease_window
  (park_sn, plate, window_date, start_time, end_time, app_id) nulls not distinct
  where taken_back_at is null;

-- Whoever names a plate for a window takes the one without a plate away. A worker keeps its plans, and one
-- that was made while the table was all but empty would read it from end to end ever after: so never.
create index lease_window_nameless on parking.lease_window
  (park_sn, window_date, start_time, end_time, app_id)
  where plate is null and taken_back_at is null;
create function parking.lease_window_named() returns trigger
language plpgsql security definer set search_path = parking, pg_temp set enable_seqscan = off as $$
begin
  delete from lease_window w using named n
  where n.plate is not null and w.plate is null and w.park_sn = n.park_sn
    and w.window_date = n.window_date and w.start_time = n.start_time and w.end_time = n.end_time
    and w.app_id = n.app_id and w.taken_back_at is null;
  return null;
end
$$;
comment on function parking.lease_window_named() is
  'A window without a plate gives way to the same one with a plate.';
revoke all on function parking.lease_window_named() from public;
create trigger lease_window_named after insert on parking.lease_window
  referencing new table as named for each statement execute function parking.lease_window_named();

grant select on parking.lease_offer, parking.lease_window to gatehouse_worker, gatehouse_admin;
grant insert on parking.lease_window to gatehouse_worker;
grant update (received_at, taken_back_at) on parking.lease_window to gatehouse_worker;
grant insert, update on parking.lease_offer to gatehouse_admin;
commit;
