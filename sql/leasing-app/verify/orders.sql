-- Verify leasing-app:orders

begin;
select app_id, plate, window_date, price, cancelled_at from leasing_app.lease_order where false;
select app_id, kind, subject, body, busy_until from leasing_app.outbox where false;
select 'leasing_app.lease_order_once'::regclass;
rollback;
