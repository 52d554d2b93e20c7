-- Off-peak leases: what partners sold, and who came.

create or replace view report.leases with (security_barrier) as
  select w.park_sn::text, p.park_name, w.window_date as day, w.app_id::text, count(*) as sold,
    count(*) filter (where w.plate is null) as nobody,
    count(*) filter (where w.offer_check <> 'inside') as beyond_offer,
    count(*) filter (where v.left_at is not null) as used,
    count(*) filter (where w.plate is not null and w.ends_at <= now() and v.left_at is null) as no_shows,
    count(*) filter (where o.minutes is not null) as overstayed,
    coalesce(sum(o.minutes), 0)::bigint as minutes_over
  from parking.lease_window w
  join parking.park p using (park_sn)
  left join report.lease_total t using (window_id)
  left join parking.open_stay i on i.park_sn = w.park_sn and i.plate = w.plate
    and i.enter_time < w.ends_at and w.begins_at <= now()
  -- Who is inside has not left, and stays as long as this.
  cross join lateral (select case when i.stay_id is null then t.left_at else now() end as left_at) v
  -- Once for each window and not for each figure of it, and no other window is looked for unless it was left late.
  cross join lateral (
    select case when v.left_at is not null and v.left_at > w.ends_at and w.ends_at < now() and w.begins_at < w.ends_at
        and v.left_at - w.ends_at >= interval '1 minute'
        and not exists (
          select from parking.lease_window n
          where n.park_sn = w.park_sn and n.plate = w.plate and n.taken_back_at is null
            and n.begins_at <= w.ends_at and n.ends_at > w.ends_at)
      then floor(date_part('epoch', v.left_at - w.ends_at) / 60)::bigint end as minutes offset 0) o
  where w.taken_back_at is null
  group by w.park_sn, p.park_name, w.window_date, w.app_id;
comment on view report.leases is 'Windows that partners sold, by the day on which they begin.';
comment on column report.leases.park_sn is 'The park.';
comment on column report.leases.park_name is 'Its name.';
comment on column report.leases.day is 'The day of the park on which the windows begin.';
comment on column report.leases.app_id is 'The partner.';
comment on column report.leases.sold is 'Windows sold, those that were taken back not counted.';
comment on column report.leases.nobody is 'Of them, without a plate: they cover nobody.';
comment on column report.leases.beyond_offer is 'Of them, outside the offer or not compared with it.';
comment on column report.leases.used is 'Of them, during which the vehicle was inside.';
comment on column report.leases.no_shows is 'Of them, over without the vehicle.';
comment on column report.leases.overstayed is 'Of them, after which the vehicle stayed a minute or more without another window.';
comment on column report.leases.minutes_over is 'Whole minutes of those.';
grant select on report.leases to gatehouse_report, gatehouse_admin;
