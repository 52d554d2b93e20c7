-- Vehicles inside on average: a line for each hour, a column for each weekday. Then the fullest hour of each day.
--   psql -f sql/report/occupancy.sql -v park=DEMO001

\ir parameters.psql
select hour, to_char(day, 'Dy') as weekday, round(avg(inside), 1) as inside,
  extract(isodow from day) as place
from report.occupancy where day between :'from' and :'to' and :'park' in ('', park_sn)
group by hour, to_char(day, 'Dy'), extract(isodow from day)
order by hour, place \crosstabview hour weekday inside place
select park_sn, day, hour, highest, places, percent from report.peaks where day between :'from' and :'to' and :'park' in ('', park_sn) order by park_sn, day;
