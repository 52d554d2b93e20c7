-- Revert gatehouse:consoles

begin;
drop index parking.stay_leave_time_idx, parking.payment_booked_at_idx;
revoke select, update (due_since, next_at, attempts, gave_up_at) on parking.outbox
  from gatehouse_worker;
revoke insert, update (is_open, deadline, start_time, end_time, is_sat, is_sun, is_holiday, price,
  start_price, holiday_price, changed_at) on parking.lease_offer from gatehouse_worker;
revoke insert on parking.tariff_version from gatehouse_worker;
revoke insert, update (valid_until, note, retired_at) on parking.vehicle from gatehouse_worker;
revoke select (park_sn, enter_time, leave_time, outcome, pay_status, is_manual) on parking.stay
  from gatehouse_worker;
revoke select on parking.review_item, parking.audit, parking.tariff from gatehouse_worker;
drop table parking.sign_in_failure, parking.handover;
commit;
