-- Deploy gatehouse:keeping
-- requires: reports

begin;
set local role gatehouse_owner;

create table parking.retention (
  kind text primary key check (kind in ('pictures', 'captures', 'plates', 'audit', 'accesses')),
  days integer check (days between 1 and 36500)
);
comment on table parking.retention is
  'How long what is kept of people is kept, for all parks. What devices sent as it came has park.raw_event_days.';
comment on column parking.retention.kind is
  'pictures; captures (reads of cameras with their replies); plates (in arrivals, stays, leases and the registry: after it a keyed hash stands there, so reports still count); audit (the audit trail); accesses (who looked at what).';
comment on column parking.retention.days is 'So many days; null: for ever.';
insert into parking.retention (kind, days) values
  ('pictures', 90), ('captures', 180), ('plates', 400), ('audit', 1825), ('accesses', 400);

create table parking.forget_mark (
  kind     text primary key check (kind in ('arrivals', 'stays')),
  number   bigint not null default 0,
  at       timestamptz not null default '-infinity'
);
comment on table parking.forget_mark is 'Up to where plates were replaced already.';
comment on column parking.forget_mark.kind is 'arrivals, by number; stays, by when they were finished.';
comment on column parking.forget_mark.number is 'The last arrival.';
comment on column parking.forget_mark.at is 'The instant up to which stays were finished.';
insert into parking.forget_mark (kind) values ('arrivals'), ('stays');

create table parking.pseudonym_key (
  is_only boolean primary key default true check (is_only),
  secret  bytea not null check (octet_length(secret) = 32)
);
comment on table parking.pseudonym_key is
  'What plates are hashed with. Nobody reads it but the function that forgets; without it nobody can try all plates.';
comment on column parking.pseudonym_key.is_only is 'There is one row.';
comment on column parking.pseudonym_key.secret is '32 bytes by chance.';
insert into parking.pseudonym_key (secret) values (parking.gen_random_bytes(32));

create index on parking.picture using brin (stored_at);

create table parking.access_log (
  access_id  bigint generated always as identity primary key,
  park_sn    parking.identifier not null references parking.park,
  at         timestamptz not null default clock_timestamp(),
  account_id integer references parking.account,
  caller     text not null,
  kind       text not null check (kind in ('picture', 'plate')),
  subject    text not null
);
comment on table parking.access_log is 'Who looked at a picture, and who looked a plate up.';
comment on column parking.access_log.access_id is 'Its number.';
comment on column parking.access_log.park_sn is 'Whose picture or registry.';
comment on column parking.access_log.at is 'When.';
comment on column parking.access_log.account_id is 'The person, if signed in.';
comment on column parking.access_log.caller is 'How the caller was let in, as in the audit trail.';
comment on column parking.access_log.kind is 'picture, or plate (a search).';
comment on column parking.access_log.subject is 'The picture''s SHA-256 in hexadecimal, or what was searched for.';
create index on parking.access_log using brin (at);

create table parking.audit_chain (
  position  bigint primary key check (position > 0),
  audit_id  bigint not null unique,
  digest    parking.digest not null,
  sealed_at timestamptz not null default clock_timestamp()
);
comment on table parking.audit_chain is
  'Seals the audit trail: each digest is that of a line and of the digest before, so nobody can change, remove or insert a line without breaking all that follow. The relay seals what was committed, so no gate waits for another.';
comment on column parking.audit_chain.position is 'Counts from 1, without gaps.';
comment on column parking.audit_chain.audit_id is 'The line.';
comment on column parking.audit_chain.digest is 'SHA-256 of the digest before and the line.';
comment on column parking.audit_chain.sealed_at is 'When.';
create trigger audit_chain_never_changes before update on parking.audit_chain
  for each row execute function parking.refuse_change();

grant select, update on parking.retention to gatehouse_admin;
grant select on parking.audit_chain to gatehouse_admin;
grant insert on parking.access_log to gatehouse_worker, gatehouse_admin;
grant select on parking.access_log to gatehouse_admin;
commit;
