-- Deploy gatehouse:owed
-- requires: reports

begin;
set local role gatehouse_owner;

-- All that report.unresolved tells of a stay: a year of them is read from the index alone.
drop index parking.stay_owed;
create index stay_owed on parking.stay (park_sn, leave_time)
  include (stay_id, enter_time, outcome, is_manual, pay_status, total_amount, coupon_amount)
  where outcome = 'unresolved' or outcome = 'left' and pay_status = 0;
commit;
