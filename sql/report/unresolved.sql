-- Stays without their money, and what came of them; yuan.
--   psql -f sql/report/unresolved.sql

\ir parameters.psql
select why, review, count(*) as stays, round(sum(amount) / 100.0, 2) as owed
from report.unresolved where day between :'from' and :'to' and :'park' in ('', park_sn) group by rollup (why, review) order by why, review;
select park_sn, stay_id, why, entered, gone, round(amount / 100.0, 2) as owed
from report.unresolved where day between :'from' and :'to' and :'park' in ('', park_sn) and review in ('open', 'none') order by amount desc nulls first, stay_id;
