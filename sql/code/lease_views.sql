-- What the operator has to know of leases. They are honoured in any case: the driver has paid.

create or replace view parking.lease_beyond_offer with (security_barrier) as
  select w.park_sn, w.window_id, w.app_id, w.plate, w.window_date, w.start_time, w.end_time,
    w.begins_at, w.ends_at, w.offer_check, w.received_at
  from parking.lease_window w
  where w.taken_back_at is null and w.offer_check <> 'inside';
comment on view parking.lease_beyond_offer is
  'Windows that a partner sold outside the offer, or that could not be compared with it.';
comment on column parking.lease_beyond_offer.park_sn is 'Where.';
comment on column parking.lease_beyond_offer.window_id is 'Which window.';
comment on column parking.lease_beyond_offer.app_id is 'Who sold it.';
comment on column parking.lease_beyond_offer.plate is 'For whom; null for nobody yet.';
comment on column parking.lease_beyond_offer.window_date is 'The day on which it begins.';
comment on column parking.lease_beyond_offer.start_time is 'When it begins.';
comment on column parking.lease_beyond_offer.end_time is 'When it ends.';
comment on column parking.lease_beyond_offer.begins_at is 'The first instant that it covers.';
comment on column parking.lease_beyond_offer.ends_at is 'The first instant after it.';
comment on column parking.lease_beyond_offer.offer_check is 'outside or not_checked.';
comment on column parking.lease_beyond_offer.received_at is 'When the newest order for it came.';

-- The number of leases at a time changes where one begins or ends, and is highest at a beginning.
create or replace view parking.lease_crowding with (security_barrier) as
  select s.park_sn, s.at, s.leases, s.places from (
    select e.park_sn, e.at, e.delta, sum(e.delta) over (
        partition by e.park_sn order by e.at, e.delta, e.window_id rows unbounded preceding) as leases,
      coalesce(p.lease_places, p.places) as places
    from (
      select park_sn, window_id, begins_at as at, 1 as delta from parking.lease_window
        where taken_back_at is null and begins_at < ends_at
      union all
      select park_sn, window_id, ends_at, -1 from parking.lease_window
        where taken_back_at is null and begins_at < ends_at) e
    join parking.park p using (park_sn)) s
  where s.delta = 1 and s.leases > s.places;
comment on view parking.lease_crowding is
  'Instants at which a lease begins although all lease places are leased already.';
comment on column parking.lease_crowding.park_sn is 'Where.';
comment on column parking.lease_crowding.at is 'When.';
comment on column parking.lease_crowding.leases is 'How many windows cover that instant.';
comment on column parking.lease_crowding.places is 'How many may: lease_places of the park, or its places.';

create or replace view parking.lease_no_show with (security_barrier) as
  select w.park_sn, w.window_id, w.app_id, w.plate, w.window_date, w.start_time, w.end_time,
    w.begins_at, w.ends_at
  from parking.lease_window w
  where w.taken_back_at is null and w.plate is not null and w.ends_at <= now()
    and not exists (
      select from parking.stay s
      where s.park_sn = w.park_sn and s.plate = w.plate and s.leave_time > w.begins_at
        and s.enter_time < w.ends_at and s.outcome <> 'void')
    and not exists (
      select from parking.open_stay o
      where o.park_sn = w.park_sn and o.plate = w.plate and o.enter_time < w.ends_at);
comment on view parking.lease_no_show is 'Windows that are over and during which the vehicle was never inside.';
comment on column parking.lease_no_show.park_sn is 'Where.';
comment on column parking.lease_no_show.window_id is 'Which window.';
comment on column parking.lease_no_show.app_id is 'Who sold it.';
comment on column parking.lease_no_show.plate is 'Who did not come.';
comment on column parking.lease_no_show.window_date is 'The day on which it began.';
comment on column parking.lease_no_show.start_time is 'When it began.';
comment on column parking.lease_no_show.end_time is 'When it ended.';
comment on column parking.lease_no_show.begins_at is 'The first instant that it covered.';
comment on column parking.lease_no_show.ends_at is 'The first instant after it.';

create or replace view parking.lease_overstay with (security_barrier) as
  select w.park_sn, w.window_id, w.app_id, w.plate, w.window_date, w.start_time, w.end_time,
    w.ends_at, s.stay_id, s.leave_time,
    floor(extract(epoch from coalesce(s.leave_time, now()) - w.ends_at) / 60)::integer as minutes_over
  from parking.lease_window w
  join (
    select park_sn, plate, stay_id, enter_time, leave_time from parking.stay where outcome <> 'void'
    union all
    select park_sn, plate, stay_id, enter_time, null from parking.open_stay) s
    on s.park_sn = w.park_sn and s.plate = w.plate and s.enter_time < w.ends_at
      and (s.leave_time is null or s.leave_time > w.begins_at)
  where w.taken_back_at is null and w.ends_at < now() and w.begins_at < w.ends_at
    and coalesce(s.leave_time, now()) >= w.ends_at + interval '1 minute'
    and not exists (
      select from parking.lease_window n
      where n.park_sn = w.park_sn and n.plate = w.plate and n.taken_back_at is null
        and n.begins_at <= w.ends_at and n.ends_at > w.ends_at);
comment on view parking.lease_overstay is
  'Windows whose vehicle stayed a minute or more after their end, without another window there. It pays for that time.';
comment on column parking.lease_overstay.park_sn is 'Where.';
comment on column parking.lease_overstay.window_id is 'Which window.';
comment on column parking.lease_overstay.app_id is 'Who sold it.';
comment on column parking.lease_overstay.plate is 'Who stayed.';
comment on column parking.lease_overstay.window_date is 'The day on which it began.';
comment on column parking.lease_overstay.start_time is 'When it began.';
comment on column parking.lease_overstay.end_time is 'When it ended.';
comment on column parking.lease_overstay.ends_at is 'The first instant after it.';
comment on column parking.lease_overstay.stay_id is 'In which stay.';
comment on column parking.lease_overstay.leave_time is 'When the vehicle left; null while it is inside.';
comment on column parking.lease_overstay.minutes_over is 'Whole minutes beyond the window, so far.';

grant select on parking.lease_beyond_offer, parking.lease_crowding, parking.lease_no_show,
  parking.lease_overstay to gatehouse_admin;
