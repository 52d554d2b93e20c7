-- The roles of the leasing app, which is a system of its own beside Gatehouse. They belong to the whole
-- cluster. Run by scripts/deploy-schema as a user who may create roles; safe to repeat.
--
--   leasing_app_owner   owns the tables and the functions; nobody logs in as it
--   leasing_app_worker  serves requests; owns nothing
--   leasing_app_relay   pushes orders, reads offers, sweeps; owns nothing

begin;

-- Two deploys to one cluster at once (tests) must not both find a role missing.
select pg_advisory_xact_lock(hashtext('leasing app roles')) \g /dev/null

do $$
declare
  role_name text;
begin
  foreach role_name in array
    array ['leasing_app_owner', 'leasing_app_worker', 'leasing_app_relay']
  loop
    if not exists (select from pg_catalog.pg_roles where rolname = role_name) then
      execute format('create role %I', role_name);
    end if;
  end loop;
end
$$;

alter role leasing_app_owner nologin nosuperuser nocreatedb nocreaterole noreplication nobypassrls;
alter role leasing_app_worker login nosuperuser nocreatedb nocreaterole noreplication nobypassrls;
alter role leasing_app_relay login nosuperuser nocreatedb nocreaterole noreplication nobypassrls;

comment on role leasing_app_owner is 'Owns every object of the leasing app; nobody logs in as it.';
comment on role leasing_app_worker is 'Serves the leasing app''s requests; owns nothing.';
comment on role leasing_app_relay is 'The relay of the leasing app; owns nothing.';

commit;
