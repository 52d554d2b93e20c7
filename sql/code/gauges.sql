-- What monitoring reads of the state that all workers share (/metrics).

create or replace function parking.gauges()
returns table (metric text, park_sn text, subject text, value double precision)
language sql stable security definer set search_path = parking, pg_temp as $$
  -- Partners that wait to be told.
  select g.metric, '', p.app_id::text, g.value
  from parking.partner p
  cross join lateral (
    select count(*) as pending, min(o.created_at) as oldest from parking.outbox o
    where o.app_id = p.app_id and o.delivered_at is null and o.superseded_at is null
      and o.gave_up_at is null
  ) w
  cross join lateral (
    select count(*) as given_up from parking.outbox o
    where o.app_id = p.app_id and o.gave_up_at is not null
  ) u
  cross join lateral (values
    ('outbox_pending', w.pending::float8), ('outbox_given_up', u.given_up::float8),
    ('outbox_oldest_seconds',
      coalesce(extract(epoch from clock_timestamp() - w.oldest), 0)::float8)) g (metric, value)
  where p.retired_at is null
  union all
  -- Devices: silent ones, and wrong clocks.
  select g.metric, d.park_sn::text, d.device_id::text, g.value
  from parking.device d
  cross join lateral (values
    ('device_last_seen_timestamp_seconds', coalesce(extract(epoch from d.last_seen_at), 0)::float8),
    ('device_skew_seconds', d.last_skew_ms / 1000.0::float8)) g (metric, value)
  where d.retired_at is null and g.value is not null
  union all
  -- Openings for which no device came in time.
  select 'openings_expired_recently', b.park_sn::text, b.booth_id::text, e.expired::float8
  from parking.booth b
  cross join lateral (
    select count(*) as expired from parking.opening o
    where o.park_sn = b.park_sn and o.booth_id = b.booth_id and o.delivered_at is null
      and o.expires_at between now() - interval '10 minutes' and now()
  ) e
  where b.retired_at is null
  union all
  select g.metric, p.park_sn::text, '', g.value
  from parking.park p
  cross join lateral (
    select count(*) as inside from parking.open_stay o
    where o.park_sn = p.park_sn and o.enter_time is not null
  ) i
  cross join lateral (
    select count(*) as open, min(r.raised_at) as oldest from parking.review_item r
    where r.park_sn = p.park_sn and r.resolved_at is null
  ) r
  cross join lateral (values
    ('places', p.places::float8), ('vehicles_inside', i.inside::float8),
    ('reviews_open', r.open::float8)) g (metric, value)
  where p.retired_at is null
$$;
comment on function parking.gauges() is
  'The figures of /metrics that come from the database: metric without its prefix, the park and what in it, if any, and the value.';
revoke all on function parking.gauges() from public;
grant execute on function parking.gauges() to gatehouse_worker;
