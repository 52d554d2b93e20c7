-- The rights on the database itself: only the roles of Gatehouse may connect, and none of them may
-- make schemas or temporary tables. Run by scripts/deploy-schema, safe to repeat.

revoke all on database :"DBNAME" from public;
grant connect on database :"DBNAME"
  to gatehouse_owner, gatehouse_worker, gatehouse_admin, gatehouse_relay, gatehouse_views,
    gatehouse_report;
revoke create on schema public from public;

-- Who may read reports alone must not be able to write or to hold others up by what PostgreSQL lets
-- everybody do: large objects, messages in the log of changes, and advisory locks, by which the
-- gates put vehicles in order. A managed server may not let us; the reports' roles then read only
-- because their transactions do.
do $$
declare
  function_ oid;
begin
  for function_ in
    select p.oid from pg_catalog.pg_proc p
    where p.pronamespace = 'pg_catalog'::regnamespace
      and (p.proname ~ '^pg_(try_)?advisory_' or p.proname ~ '^lo_|^lowrite$'
        or p.proname in ('pg_notify', 'pg_logical_emit_message', 'pg_export_snapshot'))
  loop
    execute format('revoke execute on function %s from public', function_::regprocedure);
    execute format(
      'grant execute on function %s to gatehouse_owner, gatehouse_worker, gatehouse_admin, gatehouse_relay',
      function_::regprocedure);
  end loop;
exception when insufficient_privilege then
  raise warning 'the functions of PostgreSQL that everybody may call stay as they are: %', sqlerrm;
end
$$;
