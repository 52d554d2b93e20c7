-- How each device and its lane did in the last 24 hours.

create or replace view parking.device_health as
  select d.park_sn, d.device_id, d.booth_id, d.last_seen_at, d.last_skew_ms,
    e.reads, e.repeats, e.replays, e.low_confidence, e.other_events,
    a.openings, a.openings_expired, a.command_ms, a.open_ms, a.open_ms_p95
  from parking.device d
  cross join lateral (
    select count(*) filter (where e.kind = 'capture' and not e.is_repeat) as reads,
      count(*) filter (where e.is_repeat) as repeats,
      count(*) filter (where not e.is_repeat and c.is_replay) as replays,
      count(*) filter (where not e.is_repeat and c.confidence < 800) as low_confidence,
      count(*) filter (where e.kind <> 'capture') as other_events
    from parking.device_event e left join parking.capture c using (capture_id)
    where e.park_sn = d.park_sn and e.device_id = d.device_id
      and e.received_at > now() - interval '24 hours'
  ) e
  cross join lateral (
    select count(o.opening_id) as openings,
      count(o.opening_id) filter (where o.delivered_at is null and o.expires_at <= now())
        as openings_expired,
      round(percentile_cont(0.5) within group (
        order by extract(epoch from o.delivered_at - o.decided_at) * 1000)
        filter (where o.cause <> 'read'))::bigint as command_ms,
      round(percentile_cont(0.5) within group (
        order by extract(epoch from o.delivered_at - a.first_read_at) * 1000)
        filter (where o.cause <> 'repeat' and o.delivered_at >= a.first_read_at))::bigint as open_ms,
      round(percentile_cont(0.95) within group (
        order by extract(epoch from o.delivered_at - a.first_read_at) * 1000)
        filter (where o.cause <> 'repeat' and o.delivered_at >= a.first_read_at))::bigint
        as open_ms_p95
    from parking.arrival a join parking.opening o using (arrival_id)
    where a.park_sn = d.park_sn and a.booth_id = d.booth_id
      and a.first_read_at > now() - interval '24 hours'
  ) a
  where d.retired_at is null;
comment on view parking.device_health is
  'How each device and its lane did in the last 24 hours. What is kept of its events for less time than that is missing here.';
comment on column parking.device_health.park_sn is 'Its park.';
comment on column parking.device_health.device_id is 'Its name in the site file.';
comment on column parking.device_health.booth_id is 'Its lane.';
comment on column parking.device_health.last_seen_at is 'Its last event, poll or heartbeat; null: never.';
comment on column parking.device_health.last_skew_ms is 'How far its clock was ahead at its last live event, in milliseconds; null: it gave no time.';
comment on column parking.device_health.reads is 'Reads, repetitions not counted.';
comment on column parking.device_health.repeats is 'Repetitions of known reads: the camera did not get our replies in time, or does not believe them.';
comment on column parking.device_health.replays is 'Reads that were stored by the camera: the network was away.';
comment on column parking.device_health.low_confidence is 'Reads whose confidence is below 800 thousandths.';
comment on column parking.device_health.other_events is 'Events that are no reads: loops, barriers, serial data.';
comment on column parking.device_health.openings is 'Openings of the lane''s barrier.';
comment on column parking.device_health.openings_expired is 'Openings that no device of the lane came for in time.';
comment on column parking.device_health.command_ms is 'From a press to the device that took it, in milliseconds; the median.';
comment on column parking.device_health.open_ms is 'From a vehicle''s first read to the opening, in milliseconds; the median. What a driver waits, paying included.';
comment on column parking.device_health.open_ms_p95 is 'The same, of which 95 % are shorter.';
grant select on parking.device_health to gatehouse_worker, gatehouse_admin;
