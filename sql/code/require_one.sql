-- What stops a transaction that counted on a row.

create or replace function parking.require_one(touched bigint) returns void language plpgsql as $$
begin
  if touched <> 1 then
    raise exception 'a change touched % rows instead of one', touched using errcode = 'GH001';
  end if;
end $$;
comment on function parking.require_one(bigint) is
  'Raises GH001 unless a change touched one row, so that nothing of its transaction is committed, even where the commit was sent along.';
revoke all on function parking.require_one(bigint) from public;
grant execute on function parking.require_one(bigint)
  to gatehouse_worker, gatehouse_admin, gatehouse_relay;
