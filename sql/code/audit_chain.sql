-- The chain that seals the audit trail.

create or replace function parking.audit_digest(previous bytea, line parking.audit) returns bytea
language sql immutable set search_path = parking, pg_temp as $$
  select sha256(previous || convert_to(jsonb_build_array(line.audit_id, line.park_sn::text,
    line.booth_id::text, (extract(epoch from line.at) * 1000000)::bigint, line.account_id, line.caller,
    line.action, line.stay_id, line.arrival_id, line.detail)::text, 'UTF8'))
$$;
comment on function parking.audit_digest(bytea, parking.audit) is
  'SHA-256 of the digest before and of a line of the audit trail, as JSON. The first line follows that of the empty text.';
revoke all on function parking.audit_digest(bytea, parking.audit) from public;
grant execute on function parking.audit_digest(bytea, parking.audit) to gatehouse_admin;

-- Lines are sealed in the order in which they are seen. Numbers are given before the commit, so a
-- line may come after those of higher numbers, but not after thousands of them.
create or replace function parking.seal_audit() returns bigint
language plpgsql security definer set search_path = parking, pg_temp as $$
declare
  line audit;
  last_position bigint;
  last_digest bytea;
  sealed bigint := 0;
begin
  -- "seal" in ASCII: two relays take turns.
  if not pg_try_advisory_xact_lock(x'7365616c'::bigint) then return 0; end if;
  select c.position, c.digest into last_position, last_digest
    from audit_chain c order by c.position desc limit 1;
  if not found then
    last_position := 0;
    last_digest := sha256('');
  end if;
  for line in
    select a.* from audit a
    where a.audit_id > coalesce((
        select min(r.audit_id) from (
          select c.audit_id from audit_chain c order by c.position desc limit 10000) r
        having count(*) = 10000), 0)
      and not exists (select from audit_chain c where c.audit_id = a.audit_id)
    order by a.audit_id limit 5000
  loop
    last_position := last_position + 1;
    last_digest := audit_digest(last_digest, line);
    insert into audit_chain (position, audit_id, digest)
      values (last_position, line.audit_id, last_digest);
    sealed := sealed + 1;
  end loop;
  return sealed;
end
$$;
comment on function parking.seal_audit() is
  'Seals at most 5,000 lines of the audit trail that are not sealed yet, and says how many.';

-- The last line that goes leaves its seal behind, by which the rest is checked.
create or replace function parking.forget_audit() returns bigint
language plpgsql security definer set search_path = parking, pg_temp as $$
declare
  base bigint;
  gone bigint;
begin
  if not pg_try_advisory_xact_lock(x'7365616c'::bigint) then return 0; end if;
  select max(o.position) into base from (
    select c.position, a.at, bool_and(a.at < kept_since('audit') or a.at is null)
        over (order by c.position) as is_old
    from audit_chain c left join audit a using (audit_id)
    where c.position <= (select min(position) from audit_chain) + 5000) o
  where o.is_old;
  if base is null then return 0; end if;
  delete from audit a using audit_chain c where c.audit_id = a.audit_id and c.position <= base;
  get diagnostics gone = row_count;
  delete from audit_chain c where c.position < base;
  return gone;
end
$$;
comment on function parking.forget_audit() is
  'Deletes at most 5,000 of the oldest lines of the audit trail, if they are older than it is kept, and says how many.';

create or replace function parking.newest_seal() returns table (place bigint, digest bytea)
language sql stable security definer set search_path = parking, pg_temp as $$
  select c.position, c.digest::bytea from audit_chain c order by c.position desc limit 1
$$;
comment on function parking.newest_seal() is
  'The newest seal, to be kept elsewhere: with it nobody can make the whole chain anew unnoticed.';
revoke all on function parking.seal_audit(), parking.forget_audit(), parking.newest_seal() from public;
grant execute on function parking.seal_audit(), parking.forget_audit(), parking.newest_seal()
  to gatehouse_relay;
