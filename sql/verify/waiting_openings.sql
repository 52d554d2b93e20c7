-- Verify gatehouse:waiting_openings

select 1 / count(*) from pg_index i join pg_class c on c.oid = i.indexrelid
where c.relnamespace = 'parking'::regnamespace and c.relname = 'opening_waiting' and i.indisvalid;
