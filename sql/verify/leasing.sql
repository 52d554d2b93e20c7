-- Verify gatehouse:leasing

begin;
select is_open, deadline, start_time, price from parking.lease_offer where false;
select plate, window_date, begins_at, ends_at, offer_check, taken_back_at
  from parking.lease_window where false;
select 'parking.lease_window_once'::regclass;
select 1 / (not has_table_privilege('gatehouse_worker', 'parking.lease_offer', 'update'))::integer;
rollback;
