-- Revert gatehouse:outbox

begin;
revoke all on parking.partner, parking.partner_key, parking.partner_park, parking.park,
  parking.lease_offer, parking.lease_window, parking.calendar_year, parking.calendar_day
  from gatehouse_relay;
revoke usage on schema parking from gatehouse_relay;
drop trigger offer_changed on parking.lease_offer;
drop trigger offer_changed on parking.park;
drop trigger partner_park_changed on parking.partner_park;
drop trigger partner_moved on parking.partner;
drop function parking.offer_changed(), parking.partner_park_changed(), parking.partner_moved(),
  parking.queue_offer(text, text, boolean), parking.offer_push(text, boolean),
  parking.sweep_outbox(interval), parking.sweep_nonces();
drop table parking.outbox;
commit;
