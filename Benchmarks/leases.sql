-- For the benchmarks of leasing: 10,000 parks of the demo's partner with open offers, and no lease.
insert into parking.park (park_sn, operator_id, park_name, places)
  select 'BENCH' || lpad(n::text, 5, '0'), 'demo', '车场' || n, 100 from generate_series(1, 10000) n
  on conflict do nothing;
insert into parking.lease_offer (park_sn, deadline, start_time, end_time, is_sat, is_sun, is_holiday,
    price, start_price, holiday_price)
  select park_sn, '2035-12-31', '19:00', '07:30', true, true, true, 100, 500, 2000
  from parking.park where park_sn like 'BENCH%'
  on conflict do nothing;
insert into parking.partner_park
  select 'cjj-test', park_sn from parking.park where park_sn like 'BENCH%'
  on conflict do nothing;
update parking.partner set requests_per_minute = 1000000 where app_id = 'cjj-test';
vacuum analyze parking.park, parking.lease_offer, parking.partner_park, parking.lease_window;
