-- Deploy gatehouse:tariffs
-- requires: organisation

begin;
set local role gatehouse_owner;

create table parking.tariff_version (
  tariff_version_id integer generated always as identity primary key,
  operator_id       parking.identifier not null,
  tariff_id         parking.identifier not null,
  version           integer not null check (version > 0),
  valid_from        timestamptz not null,
  document          text not null,
  digest            parking.digest not null,
  published_at      timestamptz not null default now(),
  unique (operator_id, tariff_id, version),
  unique (operator_id, tariff_id, valid_from),
  foreign key (operator_id, tariff_id) references parking.tariff
);
comment on table parking.tariff_version is
  'What a tariff says from an instant on. The version in force at entry prices the whole stay; a published version never changes.';
comment on column parking.tariff_version.tariff_version_id is 'Its number, which stays keep.';
comment on column parking.tariff_version.operator_id is 'Whose tariff.';
comment on column parking.tariff_version.tariff_id is 'Which tariff.';
comment on column parking.tariff_version.version is 'Counts from 1.';
comment on column parking.tariff_version.valid_from is 'Entries from this instant on are priced by it; -infinity for a first version.';
comment on column parking.tariff_version.document is 'The tariff as canonical JSON text (docs/tariffs.md).';
comment on column parking.tariff_version.digest is 'SHA-256 of the document, by which an unchanged tariff is known.';
comment on column parking.tariff_version.published_at is 'When it was published.';

create function parking.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% rows never change', tg_table_name using errcode = 'restrict_violation';
end $$;
comment on function parking.refuse_change() is 'Keeps rows that are history as they were written.';

create trigger tariff_version_never_changes before update or delete on parking.tariff_version
  for each row execute function parking.refuse_change();

grant select on parking.tariff_version to gatehouse_worker, gatehouse_admin;
grant insert on parking.tariff_version to gatehouse_admin;
commit;
