-- Income in yuan by park, booth and attendant.
--   psql -f sql/report/income-by-attendant.sql

\ir parameters.psql
select park_sn, booth_id, attendant, round(sum(income) / 100.0, 2) as income, sum(payments) as payments,
  sum(reversals) as reversals
from report.income where day between :'from' and :'to' and :'park' in ('', park_sn)
group by park_sn, booth_id, attendant order by park_sn, booth_id, attendant;
