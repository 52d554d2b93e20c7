-- Deploy gatehouse:partners
-- requires: organisation

begin;
set local role gatehouse_owner;

create domain parking.nonce as text collate "C"
  check (char_length(value) between 8 and 64 and value ~ '^[A-Za-z0-9_-]*$');
comment on domain parking.nonce is
  'What makes a signed request one of a kind: 8 to 64 of A-Za-z0-9_- (docs/partners.md).';

create table parking.partner (
  app_id                  parking.identifier primary key,
  operator_id             parking.identifier not null references parking.operator,
  partner_name            text not null check (partner_name <> ''),
  base_url                text not null default ''
                            check (base_url = '' or base_url ~ '^https://[^/?#@[:space:]]+(/[^?#[:space:]]*)?$'),
  push_format             text not null default 'form' check (push_format in ('form', 'json')),
  sandbox                 boolean not null default false,
  allow_md5               boolean not null default false,
  allow_private_address   boolean not null default false,
  clock_tolerance_seconds integer not null default 300 check (clock_tolerance_seconds between 1 and 3600),
  requests_per_minute     integer not null default 600 check (requests_per_minute between 1 and 1000000),
  networks                cidr[] not null default '{}',
  certificate_digest      parking.digest,
  disabled_at             timestamptz,
  retired_at              timestamptz
);
comment on table parking.partner is
  'A system that calls us or that we call, known by its signature; of one operator, for named parks.';
comment on column parking.partner.app_id is 'Its name in every signed request.';
comment on column parking.partner.operator_id is 'Whose parks it may be given.';
comment on column parking.partner.partner_name is 'What people call it.';
comment on column parking.partner.base_url is 'Where its own interface begins; empty when nothing is pushed to it.';
comment on column parking.partner.push_format is 'How we call it: a form signed in its parameters, or JSON signed in headers (docs/partners.md).';
comment on column parking.partner.sandbox is 'It is told the string that was signed, without the key, when its signature is wrong.';
comment on column parking.partner.allow_md5 is 'It may sign with MD5 besides HMAC-SHA256.';
comment on column parking.partner.allow_private_address is 'base_url may lead to a loopback or private address.';
comment on column parking.partner.clock_tolerance_seconds is 'How far its clock may be from the database''s, either way.';
comment on column parking.partner.requests_per_minute is 'How many signed requests it may send; as many may come at once.';
comment on column parking.partner.networks is 'From where it may call; empty: from anywhere.';
comment on column parking.partner.certificate_digest is 'SHA-256 of the certificate (DER) that it has to show besides its signature; null if it needs none.';
comment on column parking.partner.disabled_at is 'When somebody switched it off; a site file does not switch it on again.';
comment on column parking.partner.retired_at is 'When it vanished from the site file.';
create index on parking.partner (operator_id);

create table parking.partner_key (
  app_id     parking.identifier not null references parking.partner,
  key_id     parking.identifier not null,
  secret     text collate "C" not null check (secret ~ '^[!-~]{16,128}$' and secret !~ '[&=]'),
  slot       smallint not null check (slot in (1, 2)),
  created_at timestamptz not null default clock_timestamp(),
  retired_at timestamptz,
  primary key (app_id, key_id)
);
comment on table parking.partner_key is
  'Keys of partners. The secret is kept as it is, because both ends compute signatures with it; roles of reports cannot read it.';
comment on column parking.partner_key.app_id is 'Whose key.';
comment on column parking.partner_key.key_id is 'Its name (X-Key-Id), never used again for another.';
comment on column parking.partner_key.secret is '16 to 128 printable ASCII characters without & and =. Never logged.';
comment on column parking.partner_key.slot is '1 or 2: one live key in each, so at most two during a rotation.';
comment on column parking.partner_key.created_at is 'Of two live keys we sign with the newer.';
comment on column parking.partner_key.retired_at is 'From when it opens nothing.';
create unique index partner_key_two_live on parking.partner_key (app_id, slot) where retired_at is null;

create table parking.partner_park (
  app_id  parking.identifier not null references parking.partner,
  park_sn parking.identifier not null references parking.park,
  primary key (app_id, park_sn)
);
comment on table parking.partner_park is 'The parks of a partner; any other is to it as one that does not exist.';
comment on column parking.partner_park.app_id is 'Who.';
comment on column parking.partner_park.park_sn is 'Where.';
create index on parking.partner_park (park_sn);

create table parking.partner_nonce (
  app_id     parking.identifier not null,
  nonce      parking.nonce not null,
  expires_at timestamptz not null,
  primary key (app_id, nonce)
);
comment on table parking.partner_nonce is
  'Nonces of signed requests that had their effect, in the same transaction: a request is taken once, by whichever worker. Kept for twice the clock tolerance.';
comment on column parking.partner_nonce.app_id is 'Whose.';
comment on column parking.partner_nonce.nonce is 'The nonce.';
comment on column parking.partner_nonce.expires_at is 'From then on its request would be too old anyway, and the row may go.';
create index on parking.partner_nonce (expires_at);

-- Unlogged: counting costs no wait for the disk, and after a crash counting may begin anew.
create unlogged table parking.partner_rate (
  app_id  parking.identifier primary key,
  full_at timestamptz not null
) with (fillfactor = 50);
comment on table parking.partner_rate is
  'How much of its rate a partner has used: each signed request moves full_at by one request''s share of a minute, and it may lie a minute ahead at most.';
comment on column parking.partner_rate.app_id is 'Whose.';
comment on column parking.partner_rate.full_at is 'When the whole rate is free again.';

grant select on parking.partner, parking.partner_key, parking.partner_park to gatehouse_worker;
grant select, insert on parking.partner_nonce to gatehouse_worker;
grant update (expires_at) on parking.partner_nonce to gatehouse_worker;
grant select, insert on parking.partner_rate to gatehouse_worker;
grant update (full_at) on parking.partner_rate to gatehouse_worker;
grant select, insert, update on parking.partner, parking.partner_key to gatehouse_admin;
grant select, insert, delete on parking.partner_park to gatehouse_admin;
commit;
