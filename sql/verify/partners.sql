-- Verify gatehouse:partners

begin;
select app_id, base_url, sandbox, allow_md5, networks, certificate_digest, disabled_at from parking.partner where false;
select key_id, secret, slot, retired_at from parking.partner_key where false;
select app_id, park_sn from parking.partner_park where false;
select nonce, expires_at from parking.partner_nonce where false;
select full_at from parking.partner_rate where false;
select 1 / (not has_table_privilege('gatehouse_worker', 'parking.partner_key', 'update'))::integer;
rollback;
