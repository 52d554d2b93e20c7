-- Vehicles for `gate exit` or its peer: for each of :clients, :vehicles numbered from :first, who came
-- in 67 minutes ago and owe 7 yuan. Takes away what earlier runs left inside.
delete from parking.open_stay where plate ~ '^苏[A-Z][DF]';
insert into parking.open_stay (park_sn, plate, stay_id, license, plate_kind, category, enter_time,
    enter_booth_id, tariff_version_id)
  select 'DEMO001', plate, 6000000000 + client * 100000 + n, plate, 'nev_small', 0,
    now() - interval '67 minutes', 'demo-in-1', (select min(tariff_version_id) from parking.tariff_version)
  from generate_series(0, :clients - 1) client, generate_series(:first::bigint, :first + :vehicles - 1) n,
    concat('苏', chr(65 + client), 'F', n) plate;
vacuum analyze parking.open_stay, parking.booth;
