-- A whole report as CSV into a file of the caller, as \copy does, which takes no variables. Money in fen.
--   psql -f sql/report/csv.sql -v report=income -v file=income.csv

\ir parameters.psql
copy (select * from report.:"report" where day between :'from' and :'to' and :'park' in ('', park_sn) order by day, park_sn)
  to stdout (format csv, header) \g :file
