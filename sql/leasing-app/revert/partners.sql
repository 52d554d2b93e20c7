-- Revert leasing-app:partners

begin;
drop schema leasing_app cascade;
commit;
