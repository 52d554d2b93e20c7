-- Income in yuan: a line for each day, a column for each method.
--   psql -f sql/report/income-by-method.sql -v park=DEMO001

\ir parameters.psql
select day, pay_method, round(sum(income) / 100.0, 2) as income
from report.income where day between :'from' and :'to' and :'park' in ('', park_sn)
group by day, pay_method order by day \crosstabview day pay_method income
