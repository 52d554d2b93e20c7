-- Deploy gatehouse:outbox
-- requires: leasing

begin;
set local role gatehouse_owner;

create table parking.outbox (
  outbox_id     bigint generated always as identity primary key,
  app_id        parking.identifier not null references parking.partner,
  kind          text not null check (kind in ('lease/park')),
  subject       parking.identifier not null,
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
comment on table parking.outbox is
  'What partners are still to be told, written in the transaction of the change itself. Rows of one partner, kind and subject are a stream: delivered in order, and of several that wait the newest alone.';
comment on column parking.outbox.outbox_id is 'Its number; a stream is in the order of these.';
comment on column parking.outbox.app_id is 'Whom to tell.';
comment on column parking.outbox.kind is 'By which of the partner''s URLs.';
comment on column parking.outbox.subject is 'What it is about: for lease/park the park_sn.';
comment on column parking.outbox.body is 'The parameters, texts and whole numbers.';
comment on column parking.outbox.created_at is 'When the change was made.';
comment on column parking.outbox.due_since is 'From when the time counts after which the relay gives up; anew when it is sent again by hand.';
comment on column parking.outbox.next_at is 'Not to be tried before.';
comment on column parking.outbox.attempts is 'How often it was tried since then.';
comment on column parking.outbox.busy_until is 'A relay is sending it, and its request may be on the way until then, even if the relay was killed; nothing else of the stream is sent before.';
comment on column parking.outbox.delivered_at is 'When the partner took it.';
comment on column parking.outbox.superseded_at is 'When a newer one of its stream made it needless.';
comment on column parking.outbox.gave_up_at is 'When the relay gave up; it stays and is shown until somebody sends it again.';
comment on column parking.outbox.last_error is 'Why the last attempt failed, without secrets.';
create index outbox_pending on parking.outbox (app_id, kind, subject, outbox_id)
  where delivered_at is null and superseded_at is null and gave_up_at is null;
create index outbox_given_up on parking.outbox (app_id) where gave_up_at is not null;
create index outbox_stream on parking.outbox (app_id, kind, subject, outbox_id);

-- The document cannot say that an offer is closed. A deadline that is over says it in its words.
create function parking.offer_push(park_sn text, is_open boolean) returns json
language sql stable set search_path = parking, pg_temp as $$
  select json_build_object(
    'park_sn', p.park_sn, 'park_name', p.park_name,
    'deadline', case when offer_push.is_open and o.is_open and p.retired_at is null then o.deadline
      else least(o.deadline, (now() at time zone p.time_zone)::date - 1) end::text,
    'start_time', to_char(o.start_time, 'HH24:MI'), 'end_time', to_char(o.end_time, 'HH24:MI'),
    'is_sat', o.is_sat::integer, 'is_sun', o.is_sun::integer, 'is_holiday', o.is_holiday::integer,
    'price', o.price, 'start_price', o.start_price, 'holiday_price', o.holiday_price,
    'longitude', p.longitude, 'latitude', p.latitude)
  from lease_offer o join park p using (park_sn) where o.park_sn = offer_push.park_sn
$$;
comment on function parking.offer_push(text, boolean) is
  'What lease/park says of a park now; null without an offer. A closed one has a deadline that is over.';

create function parking.queue_offer(app_id text, park_sn text, again boolean) returns bigint
language plpgsql security definer set search_path = parking, pg_temp as $$
#variable_conflict use_column
declare
  queued bigint;
begin
  -- Of two transactions that change the name and the price, the later one sees both.
  perform pg_advisory_xact_lock(hashtextextended(queue_offer.park_sn, 1));
  insert into outbox (app_id, kind, subject, body)
  select p.app_id, 'lease/park', queue_offer.park_sn, state.body
  from partner p,
    offer_push(queue_offer.park_sn, exists (
      select from partner_park g
      where g.app_id = p.app_id and g.park_sn = queue_offer.park_sn)) state(body)
  where p.app_id = queue_offer.app_id and p.base_url <> '' and p.retired_at is null
    and state.body is not null
    and (queue_offer.again or state.body::text is distinct from (
      select b.body::text from outbox b
      where b.app_id = p.app_id and b.kind = 'lease/park' and b.subject = queue_offer.park_sn
      order by b.outbox_id desc limit 1))
  returning outbox_id into queued;
  return queued;
end
$$;
comment on function parking.queue_offer(text, text, boolean) is
  'Queues what a park offers now for a partner, unless the newest queued says the same; again: in any case. The new row''s number, or null.';
revoke all on function parking.queue_offer(text, text, boolean) from public;

-- Whoever changes an offer, by whatever program: the push is queued in the same transaction.
create function parking.offer_changed() returns trigger
language plpgsql security definer set search_path = parking, pg_temp as $$
begin
  perform queue_offer(g.app_id, new.park_sn, false)
  from partner_park g where g.park_sn = new.park_sn order by g.app_id;
  return null;
end
$$;
create trigger offer_changed after insert or update on parking.lease_offer
  for each row execute function parking.offer_changed();
create trigger offer_changed
  after update of park_name, longitude, latitude, retired_at on parking.park
  for each row execute function parking.offer_changed();

create function parking.partner_park_changed() returns trigger
language plpgsql security definer set search_path = parking, pg_temp as $$
begin
  if tg_op = 'DELETE' then
    perform queue_offer(old.app_id, old.park_sn, true);
  else
    perform queue_offer(new.app_id, new.park_sn, true);
  end if;
  return null;
end
$$;
create trigger partner_park_changed after insert or delete on parking.partner_park
  for each row execute function parking.partner_park_changed();

create function parking.partner_moved() returns trigger
language plpgsql security definer set search_path = parking, pg_temp as $$
begin
  perform queue_offer(g.app_id, g.park_sn, true)
  from partner_park g where g.app_id = new.app_id order by g.park_sn;
  return null;
end
$$;
create trigger partner_moved after update of base_url, retired_at on parking.partner
  for each row when (new.base_url is distinct from old.base_url
    or new.retired_at is null and old.retired_at is not null)
  execute function parking.partner_moved();
revoke all on function parking.offer_changed(), parking.partner_park_changed(),
  parking.partner_moved(), parking.offer_push(text, boolean) from public;

create function parking.sweep_outbox(keep interval) returns bigint
language sql security definer set search_path = parking, pg_temp as $$
  with swept as (
    delete from outbox b using (
      select outbox_id from outbox
      where coalesce(delivered_at, superseded_at) < now() - greatest(keep, interval '1 day')
      limit 10000 for update skip locked) old
    where b.outbox_id = old.outbox_id returning 1)
  select count(*) from swept
$$;
comment on function parking.sweep_outbox(interval) is
  'Deletes at most 10,000 rows that were delivered or superseded so long ago, a day at least, and says how many. What was given up stays.';

create function parking.sweep_nonces() returns bigint
language sql security definer set search_path = parking, pg_temp as $$
  with swept as (
    delete from partner_nonce n using (
      select app_id, nonce from partner_nonce where expires_at < now()
      limit 10000 for update skip locked) old
    where n.app_id = old.app_id and n.nonce = old.nonce returning 1)
  select count(*) from swept
$$;
comment on function parking.sweep_nonces() is
  'Deletes at most 10,000 nonces whose requests would be too old by now, and says how many.';
revoke all on function parking.sweep_outbox(interval), parking.sweep_nonces() from public;

grant usage on schema parking to gatehouse_relay;
grant select on parking.partner, parking.partner_key, parking.partner_park, parking.park,
  parking.lease_offer, parking.lease_window, parking.calendar_year, parking.calendar_day,
  parking.outbox to gatehouse_relay;
grant update (next_at, attempts, busy_until, delivered_at, superseded_at, gave_up_at, last_error)
  on parking.outbox to gatehouse_relay;
grant execute on function parking.sweep_outbox(interval), parking.sweep_nonces() to gatehouse_relay;
grant select on parking.outbox to gatehouse_admin;
grant update (due_since, next_at, attempts, gave_up_at) on parking.outbox to gatehouse_admin;
grant execute on function parking.queue_offer(text, text, boolean) to gatehouse_admin;
commit;
