-- Deploy gatehouse:dues
-- requires: lists

begin;
set local role gatehouse_owner;

-- What happens at a gate takes its booth's row first: it waits for this, or is over before it.
lock table parking.booth in exclusive mode;
lock table parking.open_stay in share row exclusive mode;

create function parking.change_due_version() returns trigger language plpgsql as $$
declare
  this bigint := pg_current_xact_id()::text;
begin
  update parking.booth_version v set version = this
  where v.park_sn = coalesce(new.park_sn, old.park_sn)
    and v.booth_id in (old.settle_booth_id, new.settle_booth_id) and v.version <> this;
  return null;
end $$;
comment on function parking.change_due_version() is
  'Notes that this transaction changes what is due at an exit booth: where the stay settles, and where it did before.';
-- At the commit, as those of the lists.
create constraint trigger stay_begins_due after insert on parking.open_stay
  deferrable initially deferred
  for each row when (new.settle_booth_id is not null) execute function parking.change_due_version();
create constraint trigger stay_ends_due after delete on parking.open_stay
  deferrable initially deferred
  for each row when (old.settle_booth_id is not null) execute function parking.change_due_version();
create constraint trigger due_changes after update on parking.open_stay
  deferrable initially deferred
  for each row when (
    (old.stay_id, old.license, old.enter_time, old.leave_time, old.total_amount, old.coupon_amount,
      old.quote_error, old.coupon_minutes, old.enter_picture, old.settle_booth_id, old.settle_arrival_id,
      old.settle_until)
    is distinct from (new.stay_id, new.license, new.enter_time, new.leave_time, new.total_amount,
      new.coupon_amount, new.quote_error, new.coupon_minutes, new.enter_picture, new.settle_booth_id,
      new.settle_arrival_id, new.settle_until))
  execute function parking.change_due_version();
create constraint trigger current_changes after update on parking.booth
  deferrable initially deferred
  for each row when (new.direction = 'exit'
    and old.current_arrival_id is distinct from new.current_arrival_id)
  execute function parking.change_booth_version();

comment on table parking.booth_version is
  'Which transaction was the last to change what a booth''s lists and its fee show: while it is the same, so are they, but for what ends by itself after a time.';
commit;
