-- Deploy gatehouse:organisation
-- requires: domains

begin;
set local role gatehouse_owner;

create table parking.operator (
  operator_id   parking.identifier primary key,
  operator_name text not null check (operator_name <> ''),
  retired_at    timestamptz
);
comment on table parking.operator is 'An organisation that owns parks (运营商).';
comment on column parking.operator.operator_id is 'Its name in site files.';
comment on column parking.operator.operator_name is 'What people call it.';
comment on column parking.operator.retired_at is 'When it vanished from the site file; nothing is ever deleted.';

create table parking.tariff (
  operator_id parking.identifier not null references parking.operator,
  tariff_id   parking.identifier not null,
  retired_at  timestamptz,
  primary key (operator_id, tariff_id)
);
comment on table parking.tariff is 'A tariff of an operator; what it says stands in its versions.';
comment on column parking.tariff.operator_id is 'Whose tariff it is.';
comment on column parking.tariff.tariff_id is 'Its name in site files.';
comment on column parking.tariff.retired_at is 'When it vanished from the site file.';

create table parking.park (
  park_sn            parking.identifier primary key,
  operator_id        parking.identifier not null references parking.operator,
  park_name          text not null check (park_name <> ''),
  time_zone          parking.time_zone not null default 'Asia/Shanghai',
  places             integer not null check (places between 0 and 1000000),
  temporary_entry    text not null default 'open' check (temporary_entry in ('open', 'wait')),
  lease_lead_minutes integer not null default 60 check (lease_lead_minutes between 0 and 1440),
  long_stay_hours    integer not null default 72 check (long_stay_hours between 1 and 8760),
  lease_places       integer check (lease_places between 0 and places),
  payment_url        text not null default '' check (payment_url = '' or payment_url like 'https://%'),
  raw_event_days     integer not null default 30 check (raw_event_days between 1 and 3650),
  tariff_id          parking.identifier,
  longitude          text not null default '',
  latitude           text not null default '',
  retired_at         timestamptz,
  foreign key (operator_id, tariff_id) references parking.tariff
);
comment on table parking.park is 'A car park (车场), the tenant of everything below it.';
comment on column parking.park.park_sn is 'The number by which partners and programs name it.';
comment on column parking.park.operator_id is 'Who owns it.';
comment on column parking.park.park_name is 'What drivers call it.';
comment on column parking.park.time_zone is 'The zone of its clocks, windows and days.';
comment on column parking.park.places is 'Places in all (total_car_port).';
comment on column parking.park.temporary_entry is 'Whether the barrier opens at once for a temporary vehicle or waits for the attendant.';
comment on column parking.park.lease_lead_minutes is 'How long before its window a leased vehicle is let in.';
comment on column parking.park.long_stay_hours is 'A vehicle that is inside for longer is put on the review list.';
comment on column parking.park.lease_places is 'How many windows may overlap before the operator is told; null: as many as there are places.';
comment on column parking.park.payment_url is 'What the payment code at an exit leads to, with places such as {stay_id}; empty: no code is shown.';
comment on column parking.park.raw_event_days is 'How many days its devices'' events are kept as they came.';
comment on column parking.park.tariff_id is 'What prices its stays; null: every fee is an attendant''s decision.';
comment on column parking.park.longitude is 'Degrees, as text, as partners get it.';
comment on column parking.park.latitude is 'Degrees, as text, as partners get it.';
comment on column parking.park.retired_at is 'When it vanished from the site file.';
create index on parking.park (operator_id);

create table parking.park_host (
  host    text collate "C" primary key check (host = lower(host) and host ~ '^[a-z0-9.:\[\]-]{1,255}$'),
  park_sn parking.identifier not null references parking.park
);
comment on table parking.park_host is 'By which host names booths reach a park; nginx maps the name to the park.';
comment on column parking.park_host.host is 'The name in lower case, without a port.';
comment on column parking.park_host.park_sn is 'The park that it means.';
create index on parking.park_host (park_sn);

create table parking.trusted_network (
  park_sn parking.identifier not null references parking.park,
  network cidr not null,
  primary key (park_sn, network)
);
comment on table parking.trusted_network is
  'Networks from which old terminals, which send no credential, may use the booths'' URLs. Empty unless the operator fills it.';
comment on column parking.trusted_network.park_sn is 'The park that trusts it.';
comment on column parking.trusted_network.network is 'The network, such as 10.1.0.0/24.';

create table parking.booth (
  park_sn            parking.identifier not null references parking.park,
  booth_id           parking.identifier not null,
  booth_name         text not null check (booth_name <> ''),
  direction          text not null check (direction in ('enter', 'exit')),
  video_url          text not null default '',
  position           integer not null default 0,
  current_arrival_id bigint,
  retired_at         timestamptz,
  primary key (park_sn, booth_id)
) with (fillfactor = 50);
comment on table parking.booth is
  'A lane with a barrier (岗亭). Its row is the lock that puts everything that happens at it in order.';
comment on column parking.booth.park_sn is 'Its park.';
comment on column parking.booth.booth_id is 'Its id (_id of most URLs), unique in its park.';
comment on column parking.booth.booth_name is 'What attendants call it.';
comment on column parking.booth.direction is 'enter or exit.';
comment on column parking.booth.video_url is 'Where a terminal finds the lane''s video; empty when there is none.';
comment on column parking.booth.position is 'Its place in lists, from the order in the site file.';
comment on column parking.booth.current_arrival_id is 'The newest arrival at its barrier.';
comment on column parking.booth.retired_at is 'When it vanished from the site file.';

create table parking.device (
  park_sn      parking.identifier not null,
  device_id    parking.identifier not null,
  booth_id     parking.identifier not null,
  token_digest parking.digest not null,
  last_seen_at timestamptz,
  last_skew_ms bigint,
  steady_skew_ms bigint,
  steady_events  smallint not null default 0 check (steady_events >= 0),
  steady_since   timestamptz,
  retired_at   timestamptz,
  primary key (park_sn, device_id),
  check ((steady_events = 0) = (steady_skew_ms is null)),
  check ((steady_events = 0) = (steady_since is null)),
  foreign key (park_sn, booth_id) references parking.booth
) with (fillfactor = 50);
comment on table parking.device is 'A camera, known by an unguessable token in its URL.';
comment on column parking.device.park_sn is 'Its park.';
comment on column parking.device.device_id is 'Its name in the site file.';
comment on column parking.device.booth_id is 'The lane that it watches.';
comment on column parking.device.token_digest is 'SHA-256 of its token; the token itself is not kept. One device alone that is not retired has it.';
comment on column parking.device.last_seen_at is 'Its last event, poll or heartbeat.';
comment on column parking.device.last_skew_ms is 'How far its clock was ahead of the database''s at its last live event, in milliseconds.';
comment on column parking.device.steady_skew_ms is 'How far its clock was ahead at the first of its last events that were off by the same, in milliseconds.';
comment on column parking.device.steady_events is 'How many events in a row were off by the same, give or take 30 s.';
comment on column parking.device.steady_since is 'When the first of them came.';
comment on column parking.device.retired_at is 'When it vanished from the site file.';
create index on parking.device (park_sn, booth_id);
-- A retired device keeps its row, and its token may go to another.
create unique index device_token_once on parking.device (token_digest) where retired_at is null;

create table parking.account (
  account_id    integer generated always as identity primary key,
  login         parking.identifier not null unique,
  display_name  text not null check (display_name <> ''),
  operator_id   parking.identifier not null references parking.operator,
  role          text not null check (role in ('attendant', 'supervisor', 'operator')),
  password_hash text not null check (password_hash like '$2_$%'),
  retired_at    timestamptz
);
comment on table parking.account is 'A person: an attendant or supervisor of named parks, or an operator''s user.';
comment on column parking.account.account_id is 'Its number.';
comment on column parking.account.login is 'The name to sign in with.';
comment on column parking.account.display_name is 'The name that is shown (operator in duty/current).';
comment on column parking.account.operator_id is 'Whose person it is.';
comment on column parking.account.role is 'attendant, supervisor, or operator (all parks of the operator).';
comment on column parking.account.password_hash is 'bcrypt, by crypt() of pgcrypto.';
comment on column parking.account.retired_at is 'When it vanished from the site file; it can no longer sign in.';
create index on parking.account (operator_id);

create table parking.account_park (
  account_id integer not null references parking.account,
  park_sn    parking.identifier not null references parking.park,
  primary key (account_id, park_sn)
);
comment on table parking.account_park is 'The parks of an attendant or a supervisor.';
comment on column parking.account_park.account_id is 'Who.';
comment on column parking.account_park.park_sn is 'Where.';
create index on parking.account_park (park_sn);

create table parking.session (
  token_digest parking.digest primary key,
  account_id   integer not null references parking.account,
  began_at     timestamptz not null default now(),
  active_at    timestamptz not null default now(),
  expires_at   timestamptz not null,
  ended_at     timestamptz
);
comment on table parking.session is 'A signed-in person; the cookie''s token is kept as a digest only.';
comment on column parking.session.token_digest is 'SHA-256 of the cookie''s token.';
comment on column parking.session.account_id is 'Who signed in.';
comment on column parking.session.began_at is 'When.';
comment on column parking.session.active_at is 'When the person was last seen to act, to the minute; a page that only polls is no person.';
comment on column parking.session.expires_at is 'Until when it is good.';
comment on column parking.session.ended_at is 'When the person signed out.';
create index on parking.session (account_id);

create table parking.terminal (
  park_sn      parking.identifier not null references parking.park,
  terminal_id  parking.identifier not null,
  token_digest parking.digest not null,
  certificate_digest parking.digest,
  retired_at   timestamptz,
  primary key (park_sn, terminal_id)
);
comment on table parking.terminal is 'A booth terminal that is let in by a bearer token of its own.';
comment on column parking.terminal.park_sn is 'Its park.';
comment on column parking.terminal.terminal_id is 'Its name in the site file.';
comment on column parking.terminal.token_digest is 'SHA-256 of its token.';
comment on column parking.terminal.certificate_digest is 'SHA-256 of its certificate (DER), by which it is let in and without which its token opens nothing; null if it has none.';
comment on column parking.terminal.retired_at is 'When it vanished from the site file.';
create unique index terminal_token_once on parking.terminal (token_digest) where retired_at is null;
create unique index terminal_certificate_once on parking.terminal (certificate_digest)
  where retired_at is null;

grant select on parking.park, parking.trusted_network, parking.booth, parking.device,
  parking.account, parking.account_park, parking.session, parking.terminal to gatehouse_worker;
grant select on parking.operator, parking.tariff, parking.park, parking.park_host,
  parking.trusted_network, parking.booth, parking.device, parking.account, parking.account_park,
  parking.terminal to gatehouse_admin;
grant insert, update on parking.operator, parking.tariff, parking.park, parking.booth, parking.device,
  parking.account, parking.terminal to gatehouse_admin;
grant insert, update, delete on parking.park_host, parking.trusted_network, parking.account_park
  to gatehouse_admin;
grant update (current_arrival_id) on parking.booth to gatehouse_worker;
grant update (last_seen_at, last_skew_ms, steady_skew_ms, steady_events, steady_since)
  on parking.device to gatehouse_worker;
grant insert on parking.session to gatehouse_worker;
grant update (active_at, ended_at) on parking.session to gatehouse_worker;
commit;
