-- Deploy leasing-app:partners

begin;
create schema leasing_app authorization leasing_app_owner;
set local role leasing_app_owner;

comment on schema leasing_app is 'Everything the leasing app (车加家) keeps: parking systems, offers, orders.';
grant usage on schema leasing_app to leasing_app_worker, leasing_app_relay;

-- A bounded repetition would be as many states of a regular expression, and names are checked at each write.
create domain leasing_app.identifier as text collate "C"
  check (char_length(value) <= 64 and value ~ '^[A-Za-z0-9][A-Za-z0-9_.-]*$');
comment on domain leasing_app.identifier is
  'A name: 1 to 64 letters, digits, _ . or -, beginning with a letter or a digit.';
create domain leasing_app.nonce as text collate "C"
  check (char_length(value) between 8 and 64 and value ~ '^[A-Za-z0-9_-]*$');
comment on domain leasing_app.nonce is 'What makes a signed request one of a kind (docs/partners.md).';

create table leasing_app.partner (
  app_id                  leasing_app.identifier primary key,
  base_url                text not null default ''
                            check (base_url = '' or base_url ~ '^https://[^/?#@[:space:]]+(/[^?#[:space:]]*)?$'),
  push_format             text not null default 'form' check (push_format in ('form', 'json')),
  sandbox                 boolean not null default false,
  allow_md5               boolean not null default false,
  allow_private_address   boolean not null default false,
  clock_tolerance_seconds integer not null default 300 check (clock_tolerance_seconds between 1 and 3600),
  disabled_at             timestamptz,
  retired_at              timestamptz
);
comment on table leasing_app.partner is 'A parking system that we work with, known by its signature.';
comment on column leasing_app.partner.app_id is 'The name that both sides sign with.';
comment on column leasing_app.partner.base_url is 'Where its interface begins; empty when it is not called.';
comment on column leasing_app.partner.push_format is 'How we call it: a form signed in its parameters, or JSON signed in headers.';
comment on column leasing_app.partner.sandbox is 'It is told the string that was signed, without the key, when its signature is wrong.';
comment on column leasing_app.partner.allow_md5 is 'It may sign with MD5 besides HMAC-SHA256.';
comment on column leasing_app.partner.allow_private_address is 'base_url may lead to a loopback or private address.';
comment on column leasing_app.partner.clock_tolerance_seconds is 'How far its clock may be from the database''s, either way.';
comment on column leasing_app.partner.disabled_at is 'When somebody switched it off.';
comment on column leasing_app.partner.retired_at is 'When we ceased to work with it.';

create table leasing_app.partner_key (
  app_id     leasing_app.identifier not null references leasing_app.partner,
  key_id     leasing_app.identifier not null,
  secret     text collate "C" not null check (secret ~ '^[!-~]{16,128}$' and secret !~ '[&=]'),
  slot       smallint not null check (slot in (1, 2)),
  created_at timestamptz not null default clock_timestamp(),
  retired_at timestamptz,
  primary key (app_id, key_id)
);
comment on table leasing_app.partner_key is 'Keys; both sides compute signatures with the secret, so it is kept as it is.';
comment on column leasing_app.partner_key.app_id is 'Whose key.';
comment on column leasing_app.partner_key.key_id is 'Its name (X-Key-Id).';
comment on column leasing_app.partner_key.secret is '16 to 128 printable ASCII characters without & and =. Never logged.';
comment on column leasing_app.partner_key.slot is '1 or 2: one live key in each, so at most two.';
comment on column leasing_app.partner_key.created_at is 'Of two live keys we sign with the newer.';
comment on column leasing_app.partner_key.retired_at is 'From when it opens nothing.';
create unique index partner_key_two_live on leasing_app.partner_key (app_id, slot) where retired_at is null;

create table leasing_app.partner_nonce (
  app_id     leasing_app.identifier not null,
  nonce      leasing_app.nonce not null,
  expires_at timestamptz not null,
  primary key (app_id, nonce)
);
comment on table leasing_app.partner_nonce is 'Nonces that were taken, each once, by whichever worker.';
comment on column leasing_app.partner_nonce.app_id is 'Whose.';
comment on column leasing_app.partner_nonce.nonce is 'The nonce.';
comment on column leasing_app.partner_nonce.expires_at is 'From then on its request would be too old anyway.';
create index on leasing_app.partner_nonce (expires_at);

create function leasing_app.sweep_nonces() returns bigint
language sql security definer set search_path = leasing_app, pg_temp as $$
  with swept as (
    delete from partner_nonce n using (
      select app_id, nonce from partner_nonce where expires_at < now()
      limit 10000 for update skip locked) old
    where n.app_id = old.app_id and n.nonce = old.nonce returning 1)
  select count(*) from swept
$$;
comment on function leasing_app.sweep_nonces() is
  'Deletes at most 10,000 nonces whose requests would be too old by now, and says how many.';
revoke all on function leasing_app.sweep_nonces() from public;

grant select on leasing_app.partner, leasing_app.partner_key
  to leasing_app_worker, leasing_app_relay;
grant select, insert on leasing_app.partner_nonce to leasing_app_worker;
grant update (expires_at) on leasing_app.partner_nonce to leasing_app_worker;
grant execute on function leasing_app.sweep_nonces() to leasing_app_relay;
commit;
