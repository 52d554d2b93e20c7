-- Revert gatehouse:consoles

begin;
drop index parking.stay_leave_time_idx, parking.payment_booked_at_idx;
revoke insert on parking.tariff_version from gatehouse_worker;
revoke insert, update (valid_until, note, retired_at) on parking.vehicle from gatehouse_worker;
revoke select (park_sn, enter_time, leave_time, outcome, pay_status, is_manual) on parking.stay
  from gatehouse_worker;
revoke select on parking.review_item, parking.audit, parking.tariff from gatehouse_worker;
drop table parking.sign_in_failure, parking.handover;
commit;
