-- Verify gatehouse:owed

select 1 / count(*) from pg_indexes
where schemaname = 'parking' and indexname = 'stay_owed' and indexdef like '%INCLUDE%';
