-- Verify gatehouse:keeping

begin;
select kind, days from parking.retention where false;
select position, digest from parking.audit_chain where false;
select 1 / (not has_table_privilege('gatehouse_worker', 'parking.access_log', 'select'))::integer;
select 1 / (not has_table_privilege('gatehouse_relay', 'parking.pseudonym_key', 'select'))::integer;
rollback;
