-- What devices sent and nobody keeps any longer.

create or replace function parking.sweep_events() returns bigint
language sql security definer set search_path = parking, pg_temp as $$
  with swept as (
    delete from device_event e using (
      select v.device_event_id
      from park p
      cross join lateral (
        select d.device_id from device d where d.park_sn = p.park_sn) d
      cross join lateral (
        select v.device_event_id from device_event v
        where v.park_sn = p.park_sn and v.device_id = d.device_id
          and v.received_at < now() - make_interval(days => p.raw_event_days)
        order by v.received_at limit 10000) v
      limit 10000) old
    where e.device_event_id = old.device_event_id returning 1)
  select count(*) from swept
$$;
comment on function parking.sweep_events() is
  'Deletes at most 10,000 events of devices that are older than their park keeps them, and says how many.';
revoke all on function parking.sweep_events() from public;
grant execute on function parking.sweep_events() to gatehouse_relay;
