-- Shifts with what they took and the difference at the handover; yuan.
--   psql -f sql/report/shifts.sql

\ir parameters.psql
select shift_id, park_sn, booth_id, attendant, began, ended, exits, free, manual, coupons,
  round(income / 100.0, 2) as income, round(cash / 100.0, 2) as cash,
  round(expected / 100.0, 2) as expected, round(counted / 100.0, 2) as counted,
  round(difference / 100.0, 2) as difference, note
from report.shifts where day between :'from' and :'to' and :'park' in ('', park_sn) order by began, shift_id;
