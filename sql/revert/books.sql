-- Revert gatehouse:books

begin;
drop table parking.audit, parking.review_item, parking.opening, parking.payment;
commit;
