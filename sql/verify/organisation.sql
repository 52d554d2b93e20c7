-- Verify gatehouse:organisation

begin;
select park_sn, places, temporary_entry, tariff_id from parking.park where false;
select booth_id, direction, current_arrival_id from parking.booth where false;
select device_id, token_digest, last_skew_ms from parking.device where false;
select login, role, password_hash from parking.account where false;
select token_digest from parking.session where false;
select token_digest, certificate_digest from parking.terminal where false;
select 1 / (not has_table_privilege('gatehouse_worker', 'parking.park', 'update'))::integer;
select 'parking.device_token_once'::regclass, 'parking.terminal_token_once'::regclass;
rollback;
