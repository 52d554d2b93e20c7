-- Income by day, with payments and reversals; yuan.
--   psql -f sql/report/income.sql -v from=2026-11-01 -v to=2026-11-30

\ir parameters.psql
select day, round(sum(income) / 100.0, 2) as income, sum(payments) as payments,
  round(sum(paid) / 100.0, 2) as paid, sum(reversals) as reversals, round(sum(reversed) / 100.0, 2) as reversed
from report.income where day between :'from' and :'to' and :'park' in ('', park_sn)
group by rollup (day) order by day;
