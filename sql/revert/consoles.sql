-- Revert gatehouse:consoles

begin;
revoke select on parking.review_item from gatehouse_worker;
drop table parking.sign_in_failure, parking.handover;
commit;
