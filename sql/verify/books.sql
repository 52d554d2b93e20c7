-- Verify gatehouse:books

begin;
select amount, pay_method from parking.payment where false;
select expires_at, delivered_at from parking.opening where false;
select 1 / (not has_table_privilege('gatehouse_worker', 'parking.payment', 'update'))::integer;
select 1 / (not has_table_privilege('gatehouse_worker', 'parking.audit', 'update'))::integer;
rollback;
