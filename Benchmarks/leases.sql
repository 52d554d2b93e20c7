-- For the benchmarks of leasing: a partner with 10,000 parks that have open offers, and no lease. The demo's
-- partner will not do: it would be told of 10,000 offers, and reconciliation would write a line for each of the
-- windows that it never sold, both while others are measured. Nobody is called for this one.
insert into parking.partner (app_id, operator_id, partner_name, sandbox, requests_per_minute)
  values ('bench', 'demo', 'bench', true, 1000000)
  on conflict do nothing;
insert into parking.partner_key (app_id, key_id, secret, slot)
  values ('bench', 'k1', '0123456789abcdef0123456789abcdef', 1)
  on conflict do nothing;
insert into parking.park (park_sn, operator_id, park_name, places)
  select 'BENCH' || lpad(n::text, 5, '0'), 'demo', '车场' || n, 100 from generate_series(1, 10000) n
  on conflict do nothing;
insert into parking.lease_offer (park_sn, deadline, start_time, end_time, is_sat, is_sun, is_holiday,
    price, start_price, holiday_price)
  select park_sn, '2035-12-31', '19:00', '07:30', true, true, true, 100, 500, 2000
  from parking.park where park_sn like 'BENCH%'
  on conflict do nothing;
insert into parking.partner_park
  select 'bench', park_sn from parking.park where park_sn like 'BENCH%' or park_sn = 'DEMO001'
  on conflict do nothing;
vacuum analyze parking.park, parking.lease_offer, parking.partner_park, parking.lease_window;
