-- Verify gatehouse:reports

begin;
select begins_at, ends_at from parking.summary_state where false;
select paid, reversed from parking.income_summary where false;
select 1 / has_schema_privilege('gatehouse_report', 'report', 'usage')::integer;
select 1 / (not has_table_privilege('gatehouse_report', 'parking.stay', 'select'))::integer;
select 1 / relrowsecurity::integer from pg_class where oid = 'parking.stay'::regclass;
rollback;
