-- The shift that an act at a booth belongs to.

create or replace function parking.shift_at(
  park_sn text, booth_id text, account_id integer, at timestamptz, time_zone text
) returns bigint language plpgsql as $$
declare
  open_shift parking.shift;
begin
  select s.* into open_shift from parking.shift s
    where s.park_sn = shift_at.park_sn and s.booth_id = shift_at.booth_id and s.ended_at is null
      and (s.account_id is null) = (shift_at.account_id is null);
  if open_shift.account_id is not distinct from shift_at.account_id and (
      open_shift.account_id is not null
      or (open_shift.began_at at time zone time_zone)::date >= (at at time zone time_zone)::date)
  then
    return open_shift.shift_id;
  end if;
  update parking.shift s set ended_at = greatest(at, s.began_at)
    where s.shift_id = open_shift.shift_id;
  insert into parking.shift (park_sn, booth_id, account_id, began_at)
    values (shift_at.park_sn, shift_at.booth_id, shift_at.account_id, at)
    returning shift_id into open_shift.shift_id;
  return open_shift.shift_id;
end $$;
comment on function parking.shift_at(text, text, integer, timestamptz, text) is
  'The open shift of an account at a booth, or the booth''s own of that day of the park, begun if it is not there. The caller holds the booth''s lock.';
