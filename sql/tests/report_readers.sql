-- A reader of reports sees its own operator's parks, and can do nothing else.

begin;
\ir report_park.psql
select plan(38);

create role report_op login in role gatehouse_report;
create role report_op2 login in role gatehouse_report;
create role report_nobody login in role gatehouse_report;
insert into parking.report_reader values ('report_op', 'op'), ('report_op2', 'op2');
do $$ begin while parking.summarise('2 h') < '2026-03-02 10:30+08' loop end loop; end $$;

-- Every view, with summaries and without.
select set_eq(format($$ select pg_temp.sees('report_op', 'select distinct park_sn from report.%I') $$, name),
  array ['P1'], 'One operator sees its own park in ' || name)
from unnest(array ['income', 'coupons', 'shifts', 'stays', 'occupancy', 'peaks', 'releases', 'leakage',
  'unresolved', 'devices']) name;
select set_eq(format($$ select pg_temp.sees('report_op2', 'select distinct park_sn from report.%I') $$, name),
  array ['P3'], 'Another operator sees its own in ' || name)
from unnest(array ['income', 'coupons', 'shifts', 'stays', 'occupancy', 'peaks', 'releases']) name;
select is_empty(format($$ select pg_temp.sees('report_nobody', 'select park_sn from report.%I') $$, name),
  'A reader without an operator sees nothing in ' || name)
from unnest(array ['income', 'stays', 'shifts', 'occupancy']) name;
select set_eq($$ select pg_temp.sees('gatehouse_admin', 'select distinct park_sn from report.income') $$,
  array ['P1', 'P3'], 'The command line sees all');
select set_eq(
  $$ select pg_temp.sees('report_op', 'select (count(*))::text || '' '' || sum(income) from report.income') $$,
  array ['3 700'], 'A sum holds its own money alone');

-- A function that tells what it is given is told nothing of others.
create function public.tell(what text) returns boolean language plpgsql cost 0.0001 as $$
begin
  if what in ('P3', '三号') then raise exception 'leaked %', what; end if;
  return true;
end $$;
grant execute on function public.tell(text) to public;
select lives_ok(format($$ select pg_temp.sees('report_op',
    'select park_sn from report.%I where public.tell(park_sn) and public.tell(park_name)') $$, name),
  'A function in WHERE sees no stranger in ' || name)
from unnest(array ['income', 'stays', 'shifts', 'unresolved', 'occupancy']) name;

-- Nothing else.
select is_empty(
  $$ select c.oid::regclass from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'parking' and c.relkind in ('r', 'p', 'v', 'S')
       and (has_any_column_privilege('report_op', c.oid, 'select,insert,update,references')
         or has_table_privilege('report_op', c.oid, 'delete,truncate,trigger')) $$,
  'It may do nothing with any table');
select is_empty(
  $$ select c.oid::regclass from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'report' and (
       has_any_column_privilege('report_op', c.oid, 'insert,update,references')
       or has_table_privilege('report_op', c.oid, 'delete,truncate,trigger')
       or c.relname ~ '_(source|days|hours|missing|total)$|^fresh_' and has_table_privilege('report_op', c.oid, 'select')) $$,
  'It may only read reports, and not their parts');
select ok(not has_schema_privilege('report_op', 'parking', 'usage'), 'The other schema is shut');
select ok(not has_schema_privilege('report_op', s, 'create'), 'It makes nothing in ' || s)
  from unnest(array ['report', 'public']) s;
select ok(not has_database_privilege('report_op', current_database(), 'create'),
  'It makes no schema');
select is_empty(
  $$ select p.oid::regprocedure from pg_proc p
     where has_function_privilege('report_op', p.oid, 'execute')
       and (p.proname ~ '^pg_(try_)?advisory_|^lo_|^lowrite$'
         or p.proname in ('pg_notify', 'pg_logical_emit_message', 'pg_export_snapshot')
         or p.pronamespace = 'parking'::regnamespace and p.prosecdef) $$,
  'It calls no function with an effect');
select is_empty(
  $$ select c.oid::regclass from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'report' and c.relkind = 'v'
       and not coalesce(c.reloptions @> array ['security_barrier=true'], false) $$,
  'Every view is a barrier');
select is_empty(
  $$ select c.oid::regclass from pg_class c where c.relowner = 'gatehouse_views'::regrole
       and c.relkind <> 'v' $$, 'The views'' owner owns nothing but views');
select is_empty(
  $$ select c.oid::regclass from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'parking' and c.relkind in ('r', 'p') and not c.relrowsecurity
       and has_any_column_privilege('gatehouse_views', c.oid, 'select')
       and c.oid <> 'parking.summary_state'::regclass $$,
  'Policies hold for whatever the views read');

select finish();
rollback;
