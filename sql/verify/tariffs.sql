-- Verify gatehouse:tariffs

begin;
select tariff_version_id, version, valid_from, document, digest from parking.tariff_version where false;
select 1 / (not has_table_privilege('gatehouse_admin', 'parking.tariff_version', 'update'))::integer;
rollback;
