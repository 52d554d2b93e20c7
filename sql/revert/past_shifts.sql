-- Revert gatehouse:past_shifts

drop index parking.shift_newest;
