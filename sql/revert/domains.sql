-- Revert gatehouse:domains

begin;
drop schema parking cascade;
commit;
