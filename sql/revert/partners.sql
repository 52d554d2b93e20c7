-- Revert gatehouse:partners

begin;
drop table parking.partner_rate, parking.partner_nonce, parking.partner_park, parking.partner_key,
  parking.partner;
drop domain parking.nonce;
commit;
