-- Deploy gatehouse:lease_reconciliation
-- requires: outbox

begin;
set local role gatehouse_owner;

create table parking.lease_reading (
  reading_id  bigint generated always as identity primary key,
  app_id      parking.identifier not null references parking.partner,
  park_sn     parking.identifier not null references parking.park,
  cause       text not null check (cause in ('schedule', 'hand')),
  began_at    timestamptz not null,
  ended_at    timestamptz not null,
  is_complete boolean not null,
  fault       text,
  pages       integer not null check (pages >= 0),
  windows     integer not null check (windows >= 0),
  added       integer not null check (added >= 0),
  absent      integer not null check (absent >= 0),
  taken_back  integer not null check (taken_back >= 0),
  held_back   integer not null check (held_back >= 0),
  check (began_at <= ended_at),
  check (is_complete = (fault is null)),
  -- A failed or partial read takes nothing back.
  check (is_complete or taken_back = 0 and held_back = 0 and absent = 0)
);
comment on table parking.lease_reading is
  'The report of one reading of all pages of a partner''s lease/order for a park, and of what came of it.';
comment on column parking.lease_reading.reading_id is 'Its number.';
comment on column parking.lease_reading.app_id is 'Whose orders.';
comment on column parking.lease_reading.park_sn is 'Of which park.';
comment on column parking.lease_reading.cause is 'The schedule, or somebody''s command.';
comment on column parking.lease_reading.began_at is 'When the first page was asked for, by the database''s clock.';
comment on column parking.lease_reading.ended_at is 'When the last one was there.';
comment on column parking.lease_reading.is_complete is 'All pages were read and understood.';
comment on column parking.lease_reading.fault is 'Why it is not complete.';
comment on column parking.lease_reading.pages is 'Pages that were read.';
comment on column parking.lease_reading.windows is 'Different windows that they held.';
comment on column parking.lease_reading.added is 'Windows that we lacked.';
comment on column parking.lease_reading.absent is 'Windows that are missing for the first time or not yet for long enough.';
comment on column parking.lease_reading.taken_back is 'Windows that were taken back.';
comment on column parking.lease_reading.held_back is 'Windows that were not taken back because they are too large a share: somebody has to say so.';
create index on parking.lease_reading (app_id, park_sn, began_at desc);

create table parking.lease_difference (
  reading_id  bigint not null references parking.lease_reading on delete cascade,
  line        integer not null,
  what        text not null check (what in ('added', 'absent', 'taken_back', 'held_back', 'unreadable')),
  plate       parking.plate,
  window_date date,
  start_time  parking.minute_of_day,
  end_time    parking.minute_of_day,
  note        text,
  primary key (reading_id, line)
);
comment on table parking.lease_difference is 'The lines of a reading''s report, one for each window that differed.';
comment on column parking.lease_difference.reading_id is 'Which report.';
comment on column parking.lease_difference.line is 'From 1.';
comment on column parking.lease_difference.what is 'What became of it.';
comment on column parking.lease_difference.plate is 'Whose; null for a window without a plate.';
comment on column parking.lease_difference.window_date is 'The day on which it begins.';
comment on column parking.lease_difference.start_time is 'When it begins.';
comment on column parking.lease_difference.end_time is 'When it ends.';
comment on column parking.lease_difference.note is 'What could not be read, where that is so.';

create table parking.lease_absence (
  window_id     bigint primary key references parking.lease_window on delete cascade,
  reading_id    bigint not null references parking.lease_reading,
  read_began_at timestamptz not null,
  read_ended_at timestamptz not null
);
comment on table parking.lease_absence is
  'Windows that a complete reading lacked: taken back if another complete one, at least five minutes later, lacks them too.';
comment on column parking.lease_absence.window_id is 'Which window.';
comment on column parking.lease_absence.reading_id is 'The first reading that lacked it.';
comment on column parking.lease_absence.read_began_at is 'When that reading began; a window that came to us later is not meant.';
comment on column parking.lease_absence.read_ended_at is 'When it ended.';
create index on parking.lease_absence (reading_id);

create function parking.sweep_readings(keep interval) returns bigint
language sql security definer set search_path = parking, pg_temp as $$
  with swept as (
    delete from lease_reading r using (
      select reading_id from lease_reading l
      where ended_at < now() - greatest(keep, interval '1 day')
        and not exists (select from lease_absence a where a.reading_id = l.reading_id)
      limit 10000 for update skip locked) old
    where r.reading_id = old.reading_id returning 1)
  select count(*) from swept
$$;
comment on function parking.sweep_readings(interval) is
  'Deletes at most 10,000 reports that are so old, a day at least, and says how many.';
revoke all on function parking.sweep_readings(interval) from public;

grant select, insert on parking.lease_reading, parking.lease_difference to gatehouse_relay;
grant select, insert, delete on parking.lease_absence to gatehouse_relay;
grant insert on parking.lease_window to gatehouse_relay;
grant update (received_at, taken_back_at) on parking.lease_window to gatehouse_relay;
grant execute on function parking.sweep_readings(interval) to gatehouse_relay;
grant select on parking.lease_reading, parking.lease_difference to gatehouse_admin;
commit;
