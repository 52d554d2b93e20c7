-- Verify gatehouse:vehicles

begin;
select plate, category, valid_from, valid_until, source, retired_at from parking.vehicle where false;
rollback;
