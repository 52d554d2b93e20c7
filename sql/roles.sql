-- The roles of Gatehouse. They belong to the whole cluster, so sqitch, which knows one database,
-- cannot keep them. Run by scripts/deploy-schema as a user who may create roles; safe to repeat.
--
--   gatehouse_owner   owns the tables, the views and the functions; nobody logs in as it
--   gatehouse_worker  serves requests; owns nothing
--   gatehouse_admin   the command line: site files, vehicles, migrations of data; owns nothing
--   gatehouse_relay   the relay: tells partners, reads their orders, sweeps; owns nothing
--   gatehouse_views   owns the views of the report schema and no table; nobody logs in as it
--   gatehouse_report  reads the report schema; owns nothing; the group of the operators' own roles

begin;

-- Two deploys to one cluster at once (tests) must not both find a role missing.
select pg_advisory_xact_lock(hashtext('gatehouse roles')) \g /dev/null

do $$
declare
  role_name text;
begin
  foreach role_name in array
    array ['gatehouse_owner', 'gatehouse_worker', 'gatehouse_admin', 'gatehouse_relay',
      'gatehouse_views', 'gatehouse_report']
  loop
    if not exists (select from pg_catalog.pg_roles where rolname = role_name) then
      execute format('create role %I', role_name);
    end if;
  end loop;
end
$$;

alter role gatehouse_owner nologin nosuperuser nocreatedb nocreaterole noreplication nobypassrls;
alter role gatehouse_worker login nosuperuser nocreatedb nocreaterole noreplication nobypassrls;
alter role gatehouse_admin login nosuperuser nocreatedb nocreaterole noreplication nobypassrls;
alter role gatehouse_relay login nosuperuser nocreatedb nocreaterole noreplication nobypassrls;
alter role gatehouse_views nologin nosuperuser nocreatedb nocreaterole noreplication nobypassrls;
alter role gatehouse_report nologin nosuperuser nocreatedb nocreaterole noreplication nobypassrls;

comment on role gatehouse_owner is 'Owns every object of Gatehouse; nobody logs in as it.';
comment on role gatehouse_worker is 'Serves requests; owns nothing.';
comment on role gatehouse_admin is 'The command line of Gatehouse; owns nothing.';
comment on role gatehouse_relay is 'The relay of Gatehouse; owns nothing.';
comment on role gatehouse_views is
  'Owns the views of the report schema and no table, so that policies hold behind them; nobody logs in as it.';
comment on role gatehouse_report is 'Reads the report schema; group of the operators'' own roles.';

commit;
