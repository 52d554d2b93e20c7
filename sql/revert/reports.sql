-- Revert gatehouse:reports

begin;
drop schema report cascade;
drop function if exists parking.summarise(interval), parking.summarise_levels();
do $$
declare
  name text;
begin
  for name in select tablename from pg_policies
    where schemaname = 'parking' and policyname = 'reported'
  loop
    execute format('drop policy reported on parking.%I', name);
    execute format('drop policy served on parking.%I', name);
    execute format('alter table parking.%I disable row level security', name);
  end loop;
end
$$;
drop table parking.report_reader, parking.summary_state, parking.income_summary,
  parking.stay_summary, parking.exit_summary, parking.level_summary, parking.lane_summary,
  parking.device_summary, parking.lease_summary;
drop index parking.stay_closed_at_idx, parking.opening_decided_at_idx,
  parking.review_item_raised_at_idx, parking.device_event_received_at_idx, parking.lease_window_received_at_idx, parking.stay_owed,
  parking.payment_reversal, parking.review_of_stay;
revoke all on all tables in schema parking from gatehouse_views;
revoke usage on schema parking from gatehouse_views;
commit;
