-- Revert leasing-app:orders

begin;
drop function leasing_app.sweep_outbox(interval);
drop table leasing_app.outbox, leasing_app.lease_order;
drop domain leasing_app.plate;
commit;
