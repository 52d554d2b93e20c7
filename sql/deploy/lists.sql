-- Deploy gatehouse:lists
-- requires: books

begin;
set local role gatehouse_owner;

-- A row of its own and not a column of the booth, whose row is a lock that is taken first of all: what
-- happens at one booth may change the list of another.
create table parking.booth_version (
  park_sn  parking.identifier not null,
  booth_id parking.identifier not null,
  version  bigint not null default pg_current_xact_id()::text::bigint,
  primary key (park_sn, booth_id),
  foreign key (park_sn, booth_id) references parking.booth
) with (fillfactor = 20);
comment on table parking.booth_version is
  'Which transaction was the last to change what a booth''s lists show: while it is the same, so are they, but for what ends by itself after a time.';
comment on column parking.booth_version.park_sn is 'Where.';
comment on column parking.booth_version.booth_id is 'Whose lists.';
comment on column parking.booth_version.version is 'That transaction.';

create function parking.begin_booth_version() returns trigger language plpgsql as $$
begin
  insert into parking.booth_version (park_sn, booth_id) values (new.park_sn, new.booth_id);
  return null;
end $$;
comment on function parking.begin_booth_version() is 'Gives a new booth a version of its lists.';
create trigger booth_begins_version after insert on parking.booth
  for each row execute function parking.begin_booth_version();

create function parking.change_booth_version() returns trigger language plpgsql as $$
declare
  this bigint := pg_current_xact_id()::text;
begin
  update parking.booth_version v set version = this
  where v.park_sn = new.park_sn and v.booth_id = new.booth_id and v.version <> this;
  return null;
end $$;
comment on function parking.change_booth_version() is
  'Notes that this transaction changes a booth''s lists: once, however many of their rows it writes.';
create trigger arrival_changes_version after insert or update on parking.arrival
  for each row execute function parking.change_booth_version();
create trigger opening_changes_version after insert or update on parking.opening
  for each row execute function parking.change_booth_version();

insert into parking.booth_version (park_sn, booth_id) select park_sn, booth_id from parking.booth;

grant select, update (version) on parking.booth_version
  to gatehouse_worker, gatehouse_admin, gatehouse_relay;
grant insert on parking.booth_version to gatehouse_admin;
commit;
