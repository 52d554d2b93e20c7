-- Takes what was written down into the summaries, a slice at a time.

create or replace function parking.summarise(slice interval) returns timestamptz
language plpgsql security definer set search_path = parking, pg_temp as $$
declare
  from_at timestamptz;
  -- What began before may still be on its way to its commit; no transaction of a gate takes as long.
  until_at timestamptz := now() - interval '10 minutes';
begin
  select begins_at into from_at from summary_state for update skip locked;
  if not found then return null; end if;
  if from_at = '-infinity' then
    from_at := least((select min(closed_at) from stay), (select min(booked_at) from payment),
      (select min(received_at) from capture), (select min(received_at) from device_event),
      (select min(decided_at) from opening), (select min(raised_at) from review_item), until_at);
    update summary_state set begins_at = from_at;
  end if;
  until_at := least(from_at + greatest(slice, interval '1 minute'), until_at);
  if until_at <= from_at then return from_at; end if;
  -- Nobody else sees this bound: it is gone before the commit.
  update summary_state set ends_at = until_at;
  insert into income_summary as t select * from report.income_source
    on conflict (park_sn, day, booth_id, shift_id, pay_method) do update set
      payments = t.payments + excluded.payments, paid = t.paid + excluded.paid,
      reversals = t.reversals + excluded.reversals, reversed = t.reversed + excluded.reversed;
  insert into stay_summary as t select * from report.stay_source
    on conflict (park_sn, day, category, length_class) do update set
      stays = t.stays + excluded.stays, minutes = t.minutes + excluded.minutes,
      charged = t.charged + excluded.charged,
      coupon_amount = t.coupon_amount + excluded.coupon_amount, paid = t.paid + excluded.paid,
      free = t.free + excluded.free, manual = t.manual + excluded.manual;
  insert into exit_summary as t select * from report.exit_source
    on conflict (park_sn, day, booth_id, shift_id) do update set
      exits = t.exits + excluded.exits, free = t.free + excluded.free,
      manual = t.manual + excluded.manual,
      manual_amount = t.manual_amount + excluded.manual_amount,
      manual_unknown = t.manual_unknown + excluded.manual_unknown,
      coupons = t.coupons + excluded.coupons,
      coupon_minutes = t.coupon_minutes + excluded.coupon_minutes,
      coupon_amount = t.coupon_amount + excluded.coupon_amount;
  perform summarise_levels();
  insert into lane_summary as t select * from report.lane_source
    on conflict (park_sn, day, booth_id) do update set
      vehicles = t.vehicles + excluded.vehicles, reads = t.reads + excluded.reads,
      typed = t.typed + excluded.typed, openings = t.openings + excluded.openings,
      repeats = t.repeats + excluded.repeats, by_device = t.by_device + excluded.by_device;
  insert into device_summary as t select * from report.device_source
    on conflict (park_sn, day, device_id) do update set
      reads = t.reads + excluded.reads, replays = t.replays + excluded.replays,
      unsure = t.unsure + excluded.unsure, plateless = t.plateless + excluded.plateless,
      repeats = t.repeats + excluded.repeats, others = t.others + excluded.others;
  insert into lease_summary as t (window_id, park_sn, left_at) select * from report.lease_source
    on conflict (window_id) do update set left_at = greatest(t.left_at, excluded.left_at);
  update summary_state set begins_at = until_at, ends_at = 'infinity';
  return until_at;
end
$$;
comment on function parking.summarise(interval) is
  'Takes the next slice of that length into the summaries, up to ten minutes ago; answers up to when they hold everything, null when another relay is at it.';
revoke all on function parking.summarise(interval) from public;
grant execute on function parking.summarise(interval) to gatehouse_relay;
