-- Deploy gatehouse:vehicles
-- requires: organisation

begin;
set local role gatehouse_owner;

create table parking.vehicle (
  vehicle_id  bigint generated always as identity primary key,
  park_sn     parking.identifier not null references parking.park,
  plate       parking.plate not null,
  category    parking.category not null,
  valid_from  timestamptz not null default '-infinity',
  valid_until timestamptz not null default 'infinity',
  source      text not null check (source in ('site', 'csv', 'console')),
  vehicle_class parking.words not null default '' check (vehicle_class !~ ' '),
  persons     parking.words not null default '',
  note        text not null default '',
  retired_at  timestamptz,
  check (valid_from < valid_until),
  check (category <> 0 or vehicle_class <> '' or persons <> '')
);
comment on table parking.vehicle is
  'The registry: what a plate is at a park, from an instant to an instant. Everything not in it is temporary; one that is temporary stands here for its class or its driver.';
comment on column parking.vehicle.vehicle_id is 'Its number.';
comment on column parking.vehicle.park_sn is 'Where it holds.';
comment on column parking.vehicle.plate is 'Whom it concerns, normalised.';
comment on column parking.vehicle.category is '0 temporary, 1 monthly, 2 free, 3 blacklisted.';
comment on column parking.vehicle.valid_from is 'First instant of the right.';
comment on column parking.vehicle.valid_until is 'First instant after it: a card''s last day ends at the next midnight of the park.';
comment on column parking.vehicle.source is 'Who keeps it; a site file retires only what came from a site file.';
comment on column parking.vehicle.vehicle_class is 'The vehicle''s class in the words of the park''s tariff (large, motorcycle); empty when the plate tells.';
comment on column parking.vehicle.persons is 'What is known of its driver, in the words of the park''s tariff: disabled, resident.';
comment on column parking.vehicle.note is 'The clerk''s remark.';
comment on column parking.vehicle.retired_at is 'When it was taken back; the right held until then.';
-- Each source keeps rows of its own, so that none has to touch another's.
create unique index vehicle_once on parking.vehicle (park_sn, plate, category, valid_from, source)
  where retired_at is null;
create index on parking.vehicle (park_sn, plate);

grant select on parking.vehicle to gatehouse_worker;
grant select, insert, update on parking.vehicle to gatehouse_admin;
commit;
