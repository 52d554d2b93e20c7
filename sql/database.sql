-- The rights on the database itself: only the roles of Gatehouse may connect, and none of them may
-- make schemas or temporary tables. Run by scripts/deploy-schema, safe to repeat.

revoke all on database :"DBNAME" from public;
grant connect on database :"DBNAME"
  to gatehouse_owner, gatehouse_worker, gatehouse_admin, gatehouse_relay, gatehouse_report;
revoke create on schema public from public;
