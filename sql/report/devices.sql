-- How cameras did.
--   psql -f sql/report/devices.sql

\ir parameters.psql
select park_sn, device_id, booth_id, sum(reads) as reads,
  round(100.0 * sum(unsure) / nullif(sum(reads), 0), 1) as unsure_percent,
  round(100.0 * sum(plateless) / nullif(sum(reads), 0), 1) as plateless_percent,
  sum(repeats) as repeats, sum(replays) as replays, max(last_seen) as last_seen, max(last_skew_ms) as skew_ms
from report.devices where day between :'from' and :'to' and :'park' in ('', park_sn) group by park_sn, device_id, booth_id order by park_sn, device_id;
