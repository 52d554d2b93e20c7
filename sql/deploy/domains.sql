-- Deploy gatehouse:domains

begin;
create schema parking authorization gatehouse_owner;
-- crypt() and gen_salt() for passwords; trusted extensions belong to whoever deploys.
create extension pgcrypto schema parking;
-- levenshtein_less_equal(): which open stays have a plate that differs little from what was read.
create extension fuzzystrmatch schema parking;
set local role gatehouse_owner;

comment on schema parking is 'Everything a group of car parks keeps: parks, vehicles, stays, money.';
grant usage on schema parking to gatehouse_worker, gatehouse_admin;

-- A bounded repetition would be as many states of a regular expression, and names are checked at each write.
create domain parking.identifier as text collate "C"
  check (char_length(value) <= 64 and value ~ '^[A-Za-z0-9][A-Za-z0-9_.-]*$');
comment on domain parking.identifier is
  'A name given in a site file: 1 to 64 letters, digits, _ . or -, beginning with a letter or a digit.';

create domain parking.plate as text collate "C"
  check (char_length(value) between 1 and 64 and value !~ '[[:space:][:cntrl:]]');
comment on domain parking.plate is
  'A normalised number plate (Parking.Plate), the key by which reads are matched. It is normalised in Swift alone; a raw text may be longer and is kept beside it.';

create domain parking.fen as bigint check (value >= 0);
comment on domain parking.fen is 'Money in fen, never negative and never a fraction.';

create domain parking.category as smallint check (value between 0 and 3);
comment on domain parking.category is
  'How a vehicle is charged (car_fee_type): 0 temporary, 1 monthly, 2 free, 3 blacklisted. 4 means "all" in a filter and is never stored.';

create domain parking.words as text collate "C"
  check (char_length(value) <= 200 and value ~ '^([^[:space:][:cntrl:]]+( [^[:space:][:cntrl:]]+)*)?$');
comment on domain parking.words is
  'Words that tariffs ask for, with one space between two: large, disabled resident. None is the empty text.';

create domain parking.digest as bytea check (octet_length(value) = 32);
comment on domain parking.digest is 'A SHA-256 digest.';

create domain parking.time_zone as text
  check (now() at time zone value is not null);
comment on domain parking.time_zone is 'An IANA time zone that PostgreSQL knows, such as Asia/Shanghai.';
commit;
