-- Revert gatehouse:quick_names

begin;
alter domain parking.identifier add constraint identifier_check
  check (value ~ '^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$') not valid;
alter domain parking.identifier drop constraint identifier_is_name;
alter domain parking.nonce add constraint nonce_check check (value ~ '^[A-Za-z0-9_-]{8,64}$') not valid;
alter domain parking.nonce drop constraint nonce_is_token;
commit;
