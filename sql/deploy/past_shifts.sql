-- Deploy gatehouse:past_shifts
-- requires: books

-- A booth's newest shifts are found without all others. Made beside the gates' work, which therefore cannot
-- be one transaction; an attempt that was broken off has left half an index.
set role gatehouse_owner;
drop index concurrently if exists parking.shift_newest;
create index concurrently shift_newest on parking.shift (park_sn, booth_id, began_at, shift_id)
  where ended_at is not null;
