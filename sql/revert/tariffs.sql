-- Revert gatehouse:tariffs

begin;
drop table parking.tariff_version;
drop function parking.refuse_change();
commit;
