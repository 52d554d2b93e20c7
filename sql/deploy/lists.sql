-- Deploy gatehouse:lists
-- requires: books

begin;
set local role gatehouse_owner;

-- In the order of what happens at a gate, which then waits for this or is over before it.
lock table parking.arrival, parking.booth, parking.opening in share row exclusive mode;

-- A row of its own and not a column of the booth, whose row is a lock that is taken first of all: what
-- happens at one booth may change the list of another. Written last of all, at the commit.
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
-- At the commit, when the transaction waits for nothing else any more: whoever holds a version holds all
-- that it needs. What the lists do not show changes no version.
create constraint trigger arrival_begins after insert on parking.arrival
  deferrable initially deferred
  for each row execute function parking.change_booth_version();
create constraint trigger arrival_changes after update on parking.arrival
  deferrable initially deferred
  for each row when (
    (old.license, old.category, old.state = 'waiting', old.waiting_until, old.need_register,
      old.first_read_at, old.enter_time, old.leave_time, old.pay_status)
    is distinct from (new.license, new.category, new.state = 'waiting', new.waiting_until,
      new.need_register, new.first_read_at, new.enter_time, new.leave_time, new.pay_status))
  execute function parking.change_booth_version();
create constraint trigger opening_changes after insert or update on parking.opening
  deferrable initially deferred
  for each row execute function parking.change_booth_version();

insert into parking.booth_version (park_sn, booth_id) select park_sn, booth_id from parking.booth;

grant select, update (version) on parking.booth_version
  to gatehouse_worker, gatehouse_admin, gatehouse_relay;
grant insert on parking.booth_version to gatehouse_admin;
commit;
