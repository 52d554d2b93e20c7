-- Revert gatehouse:dues

begin;
drop trigger current_changes on parking.booth;
drop trigger due_changes on parking.open_stay;
drop trigger stay_ends_due on parking.open_stay;
drop trigger stay_begins_due on parking.open_stay;
drop function parking.change_due_version();
commit;
