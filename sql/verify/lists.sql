-- Verify gatehouse:lists

begin;
select park_sn, booth_id, version from parking.booth_version where false;
select 1 / count(*) from pg_trigger where tgname = 'arrival_begins';
select 1 / count(*) from pg_trigger where tgname = 'arrival_changes';
select 1 / count(*) from pg_trigger where tgname = 'opening_changes';
select 1 / count(*) from pg_trigger where tgname = 'booth_begins_version';
rollback;
