-- The rights on the leasing app's database itself. Run by scripts/deploy-schema, safe to repeat.

revoke all on database :"DBNAME" from public;
grant connect on database :"DBNAME" to leasing_app_owner, leasing_app_worker, leasing_app_relay;
revoke create on schema public from public;
