-- Off-peak leases by day and partner.
--   psql -f sql/report/leases.sql

\ir parameters.psql
select day, app_id, sum(sold) as sold, sum(used) as used, sum(no_shows) as no_shows,
  sum(overstayed) as overstayed, sum(minutes_over) as minutes_over, sum(beyond_offer) as beyond_offer
from report.leases where day between :'from' and :'to' and :'park' in ('', park_sn) group by day, app_id order by day, app_id;
