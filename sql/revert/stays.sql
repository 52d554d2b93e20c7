-- Revert gatehouse:stays

begin;
drop table parking.stay, parking.open_stay, parking.picture, parking.capture, parking.arrival, parking.shift;
drop function parking.make_stay_partition(date);
drop sequence parking.arrival_id_seq, parking.stay_id_seq;
commit;
