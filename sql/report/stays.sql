-- Stays: a line for each length, a column for each category.
--   psql -f sql/report/stays.sql

\ir parameters.psql
select length, category, sum(stays) as stays
from report.stays where day between :'from' and :'to' and :'park' in ('', park_sn)
group by length, length_class, category order by length_class \crosstabview length category stays
