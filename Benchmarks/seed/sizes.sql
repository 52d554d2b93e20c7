-- What a stay takes on the disk, in bytes: rows and indices of each table, then everything.
-- psql -v stays=1000000
\pset tuples_only on
select format('==> %s bytes a stay: %s', (sum(bytes) / :stays)::bigint,
  string_agg(format('%s %s with %s of indices', name, bytes / :stays, indices / :stays), ', ' order by bytes desc)
    filter (where bytes > :stays))
from (
  select regexp_replace(relname, '_(\d{4}_\d{2}|other)$', '') as name,
    sum(pg_total_relation_size(oid))::bigint as bytes, sum(pg_indexes_size(oid))::bigint as indices
  from pg_class where relnamespace = 'parking'::regnamespace and relkind = 'r' group by 1) t;
