-- Revert gatehouse:dues

begin;
drop trigger current_changes on parking.booth;
drop trigger due_changes on parking.open_stay;
drop trigger stay_ends_due on parking.open_stay;
drop trigger stay_begins_due on parking.open_stay;
drop function parking.change_due_version();
comment on table parking.booth_version is
  'Which transaction was the last to change what a booth''s lists show: while it is the same, so are they, but for what ends by itself after a time.';
commit;
