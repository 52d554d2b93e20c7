-- Where money may leave: exits beside captures, then manual releases by attendant; yuan.
--   psql -f sql/report/leakage.sql

\ir parameters.psql
select park_sn, booth_id, sum(vehicles) as vehicles, sum(typed) as typed, sum(exits) as exits,
  sum(manual) as manual, round(sum(manual_amount) / 100.0, 2) as not_taken, sum(repeats) as opened_again,
  sum(by_device) as opened_by_itself
from report.leakage where day between :'from' and :'to' and :'park' in ('', park_sn) group by park_sn, booth_id order by sum(manual_amount) desc;
select attendant, sum(exits) as exits, sum(manual) as manual,
  round(100.0 * sum(manual) / nullif(sum(exits), 0), 1) as percent,
  round(sum(manual_amount) / 100.0, 2) as not_taken
from report.releases where day between :'from' and :'to' and :'park' in ('', park_sn) group by attendant order by percent desc nulls last, attendant;
