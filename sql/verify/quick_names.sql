-- Verify gatehouse:quick_names

select 1 / (count(*) = 2)::int from pg_constraint where conname in ('identifier_is_name', 'nonce_is_token');
