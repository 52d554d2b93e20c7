-- Entries and exits: a line for each hour of the day, a column for each weekday.
--   psql -f sql/report/stays-by-hour.sql

\ir parameters.psql
select hour, to_char(day, 'Dy') as weekday, sum(entered) || ' / ' || sum(gone) as "in / out",
  extract(isodow from day) as place
from report.occupancy where day between :'from' and :'to' and :'park' in ('', park_sn)
group by hour, to_char(day, 'Dy'), extract(isodow from day)
order by hour, place \crosstabview hour weekday "in / out" place
