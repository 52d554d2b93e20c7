-- Verify leasing-app:partners

begin;
select app_id, base_url, push_format, disabled_at from leasing_app.partner where false;
select app_id, key_id, secret, slot from leasing_app.partner_key where false;
select app_id, nonce, expires_at from leasing_app.partner_nonce where false;
rollback;
