-- Coupons by day and attendant; yuan.
--   psql -f sql/report/coupons.sql

\ir parameters.psql
select day, attendant, sum(coupons) as coupons, sum(coupon_minutes) as minutes,
  round(sum(coupon_amount) / 100.0, 2) as worth
from report.coupons where day between :'from' and :'to' and :'park' in ('', park_sn) group by day, attendant having sum(coupons) > 0 order by day, attendant;
