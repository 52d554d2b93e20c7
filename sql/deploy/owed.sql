-- Deploy gatehouse:owed
-- requires: reports

-- All that report.unresolved tells of a stay: a year of them is read from the index alone. Exits wait while
-- it is made, half a second for each million stays; nobody waits for the old one to go, which is quick.
begin;
set local role gatehouse_owner;
create index if not exists stay_owed_whole on parking.stay (park_sn, leave_time)
  include (stay_id, enter_time, outcome, is_manual, pay_status, total_amount, coupon_amount)
  where outcome = 'unresolved' or outcome = 'left' and pay_status = 0;
commit;

begin;
set local role gatehouse_owner;
drop index parking.stay_owed;
alter index parking.stay_owed_whole rename to stay_owed;
commit;
