-- Forgets what is older than it is kept (parking.retention), a piece at a time. All of it is the
-- relay's; each function says how many rows it touched.

create or replace function parking.kept_since(kind text) returns timestamptz
language sql stable security definer set search_path = parking, pg_temp as $$
  select coalesce(now() - make_interval(days => r.days), '-infinity')
  from retention r where r.kind = kept_since.kind
$$;
comment on function parking.kept_since(text) is
  'What is older than this is forgotten; -infinity: nothing is.';

create or replace function parking.pseudonym(plate text, secret bytea) returns text
language sql immutable set search_path = parking, pg_temp as $$
  select '~' || left(encode(hmac(convert_to(plate, 'UTF8'), secret, 'sha256'), 'hex'), 20)
$$;
comment on function parking.pseudonym(text, bytea) is
  'What stands in a plate''s place: the same for the same plate, and no plate.';

-- Numbers grow with time, so the oldest are the first; what reports count of them was counted before.
create or replace function parking.forget_captures() returns bigint
language sql security definer set search_path = parking, pg_temp as $$
  with gone as (
    delete from capture c using (
      select o.capture_id, o.received_at from capture o order by o.capture_id limit 5000) old
    where c.capture_id = old.capture_id
      and old.received_at < least(greatest(kept_since('captures'), kept_since('plates')),
        (select begins_at from summary_state))
    returning 1)
  select count(*) from gone
$$;
comment on function parking.forget_captures() is 'Deletes at most 5,000 reads that are older than reads, or plates, are kept.';

create or replace function parking.forget_arrivals() returns bigint
language sql security definer set search_path = parking, pg_temp as $$
  with next as (
    select a.arrival_id, a.last_read_at from arrival a
    where a.arrival_id > (select m.number from forget_mark m where m.kind = 'arrivals')
    order by a.arrival_id limit 2000),
  old as (
    select n.arrival_id from next n
    where n.last_read_at < kept_since('plates') and n.arrival_id < coalesce(
      (select min(y.arrival_id) from next y where y.last_read_at >= kept_since('plates')),
      9223372036854775807)),
  marked as (
    update forget_mark m set number = (select max(arrival_id) from old)
    where m.kind = 'arrivals' and exists (select from old)),
  changed as (
    update arrival a set plate = pseudonym(a.plate, k.secret),
      license = case when a.license = '' then '' else pseudonym(a.license, k.secret) end,
      read_license = pseudonym(a.read_license, k.secret), press = null, picture = null
    from old o, pseudonym_key k where a.arrival_id = o.arrival_id
    returning 1)
  select count(*) from changed
$$;
comment on function parking.forget_arrivals() is
  'Puts pseudonyms in the place of the plates of at most 2,000 arrivals.';

create or replace function parking.forget_stays() returns bigint
language plpgsql security definer set search_path = parking, pg_temp as $$
declare
  mark timestamptz;
  cutoff timestamptz := kept_since('plates');
  hours integer := 0;
  touched bigint;
  total bigint := 0;
begin
  select m.at into mark from forget_mark m where m.kind = 'stays' for update skip locked;
  if not found then return 0; end if;
  -- No stay was finished before the first day that has any.
  mark := greatest(mark, (select min(t.day) - interval '1 day' from stay_summary t)::timestamptz);
  while mark < cutoff and mark > '-infinity' and total < 2000 and hours < 1000 loop
    update stay s set plate = pseudonym(s.plate, k.secret), license = pseudonym(s.license, k.secret),
        reason = ''
      from pseudonym_key k
      where s.closed_at >= mark and s.closed_at < least(cutoff, mark + interval '1 hour')
        and left(s.plate, 1) <> '~';
    get diagnostics touched = row_count;
    total := total + touched;
    hours := hours + 1;
    mark := least(cutoff, mark + interval '1 hour');
  end loop;
  update forget_mark m set at = mark where m.kind = 'stays';
  return total;
end
$$;
comment on function parking.forget_stays() is
  'Puts pseudonyms in the place of the plates of the next stays, by the hour in which they were finished.';

create or replace function parking.forget_others() returns bigint
language sql security definer set search_path = parking, pg_temp as $$
  with leases as (
    update lease_window w set plate = pseudonym(w.plate, k.secret)
    from pseudonym_key k, (
      select o.window_id from lease_window o
      where o.ends_at < kept_since('plates') and left(o.plate, 1) <> '~' limit 2000) old
    where w.window_id = old.window_id returning 1),
  vehicles as (
    update vehicle v set plate = pseudonym(v.plate, k.secret), note = ''
    from pseudonym_key k, (
      select o.vehicle_id from vehicle o
      where least(o.retired_at, o.valid_until) < kept_since('plates') and left(o.plate, 1) <> '~'
      limit 2000) old
    where v.vehicle_id = old.vehicle_id returning 1),
  reviews as (
    update review_item r set detail = '', note = ''
    from (
      select o.review_id from review_item o
      where o.resolved_at < kept_since('plates') and (o.detail <> '' or o.note <> '') limit 2000) old
    where r.review_id = old.review_id returning 1),
  accesses as (
    delete from access_log a using (
      select o.access_id, o.at from access_log o order by o.access_id limit 5000) old
    where a.access_id = old.access_id and old.at < kept_since('accesses') returning 1)
  select (select count(*) from leases) + (select count(*) from vehicles)
    + (select count(*) from reviews) + (select count(*) from accesses)
$$;
comment on function parking.forget_others() is
  'Puts pseudonyms in the place of the plates of leases and of the registry, empties what was written to resolved reviews, and deletes who looked at what; at most 2,000 or 5,000 each.';

create or replace function parking.expired_pictures(count_ integer)
returns table (park_sn text, digest bytea, media_type text, is_shared boolean)
language sql stable security definer set search_path = parking, pg_temp as $$
  select p.park_sn, p.digest, p.media_type, exists (
    select from picture o where o.digest = p.digest and o.park_sn <> p.park_sn
      and o.stored_at >= kept_since('pictures'))
  from picture p where p.stored_at < kept_since('pictures') limit count_
$$;
comment on function parking.expired_pictures(integer) is
  'Pictures that are older than pictures are kept. One that another park has too, and later, is shared: its file stays.';

create or replace function parking.forget_pictures(parks text[], digests bytea[]) returns bigint
language sql security definer set search_path = parking, pg_temp as $$
  with gone as (
    delete from picture p using unnest(parks, digests) g (park_sn, digest)
    where p.park_sn = g.park_sn and p.digest = g.digest and p.stored_at < kept_since('pictures')
    returning 1)
  select count(*) from gone
$$;
comment on function parking.forget_pictures(text[], bytea[]) is
  'Strikes pictures off whose files are gone; none that is to be kept.';

revoke all on function parking.kept_since(text), parking.pseudonym(text, bytea),
  parking.forget_captures(), parking.forget_arrivals(), parking.forget_stays(),
  parking.forget_others(), parking.expired_pictures(integer),
  parking.forget_pictures(text[], bytea[]) from public;
grant execute on function parking.forget_captures(), parking.forget_arrivals(),
  parking.forget_stays(), parking.forget_others(), parking.expired_pictures(integer),
  parking.forget_pictures(text[], bytea[]) to gatehouse_relay;
