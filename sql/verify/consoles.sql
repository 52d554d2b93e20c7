-- Verify gatehouse:consoles

begin;
select expected_amount, counted_amount, note from parking.handover where false;
select failures, locked_until from parking.sign_in_failure where false;
select 1 / (not has_table_privilege('gatehouse_worker', 'parking.handover', 'update'))::integer;
rollback;
