-- Revert gatehouse:organisation

begin;
drop table parking.terminal, parking.session, parking.account_park, parking.account, parking.device,
  parking.booth, parking.trusted_network, parking.park_host, parking.park, parking.tariff,
  parking.operator;
commit;
