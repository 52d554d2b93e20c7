-- Verify gatehouse:dues

begin;
select 1 / count(*) from pg_trigger where tgname = 'stay_begins_due';
select 1 / count(*) from pg_trigger where tgname = 'stay_ends_due';
select 1 / count(*) from pg_trigger where tgname = 'due_changes';
select 1 / count(*) from pg_trigger where tgname = 'current_changes';
rollback;
