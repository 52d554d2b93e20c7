-- Revert gatehouse:owed

begin;
drop index parking.stay_owed;
create index stay_owed on parking.stay (park_sn, leave_time)
  where outcome = 'unresolved' or outcome = 'left' and pay_status = 0;
commit;
