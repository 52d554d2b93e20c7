-- Deploy gatehouse:waiting_openings
-- requires: books

-- Openings that no camera came for stay as they are and only become more. Whoever looks for one that still
-- waits begins at those that have not expired, and does not meet the others. Made beside the gates' work,
-- which therefore cannot be one transaction; an attempt that was broken off has left half an index.
set role gatehouse_owner;
drop index concurrently if exists parking.opening_waiting;
create index concurrently opening_waiting on parking.opening (park_sn, booth_id, expires_at)
  where delivered_at is null;
drop index concurrently if exists parking.opening_pending;
