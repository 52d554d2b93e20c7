-- Verify gatehouse:owed

select 1 / (count(*) filter (where indexdef like '%include%coupon_amount%' or indexdef like '%INCLUDE%coupon_amount%'))
from pg_indexes where schemaname = 'parking' and indexname = 'stay_owed';
