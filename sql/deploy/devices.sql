-- Deploy gatehouse:devices
-- requires: stays

begin;
set local role gatehouse_owner;

create table parking.device_event (
  device_event_id bigint generated always as identity primary key,
  park_sn      parking.identifier not null,
  device_id    parking.identifier not null,
  vendor       text not null,
  received_at  timestamptz not null,
  kind         text not null check (kind in
    ('capture', 'input', 'serial', 'barrier', 'snapshot', 'stay_ended', 'other')),
  content_type text not null default '',
  size         integer not null check (size >= 0),
  body         bytea not null check (length(body) <= 65536),
  capture_id   bigint,
  is_repeat    boolean not null default false,
  source       integer,
  value        integer,
  foreign key (park_sn, device_id) references parking.device,
  check (kind = 'capture' or not is_repeat)
);
comment on table parking.device_event is
  'What devices sent, as it came but for pictures and passwords, kept for park.raw_event_days: reads, loops, barriers, serial data. Heartbeats are not kept.';
comment on column parking.device_event.device_event_id is 'Its number.';
comment on column parking.device_event.park_sn is 'Where.';
comment on column parking.device_event.device_id is 'The device.';
comment on column parking.device_event.vendor is 'The format it came in.';
comment on column parking.device_event.received_at is 'When it came, by the database''s clock.';
comment on column parking.device_event.kind is 'capture (a read), input (a ground loop or limit switch), serial, barrier (its state), snapshot, stay_ended (a vehicle drove on after standing), other (nobody knows).';
comment on column parking.device_event.content_type is 'What the device said that it is.';
comment on column parking.device_event.size is 'How large it was as it came, in bytes.';
comment on column parking.device_event.body is 'The bytes without pictures and passwords; empty where a password could not be taken out.';
comment on column parking.device_event.capture_id is 'The read that it was taken for.';
comment on column parking.device_event.is_repeat is 'The read was known already.';
comment on column parking.device_event.source is 'Which input changed: 0 to 3 are inputs 1 to 4, 4 is TCP.';
comment on column parking.device_event.value is 'What it changed to.';
create index on parking.device_event (park_sn, device_id, received_at);

grant insert on parking.device_event to gatehouse_worker;
grant select, delete on parking.device_event to gatehouse_admin;
commit;
