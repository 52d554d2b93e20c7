-- Revert gatehouse:keeping

begin;
drop function if exists parking.forget_captures(), parking.forget_arrivals(), parking.forget_stays(),
  parking.forget_others(), parking.forget_audit(), parking.expired_pictures(integer),
  parking.forget_pictures(text[], bytea[]), parking.seal_audit(), parking.newest_seal(),
  parking.kept_since(text);
drop function if exists parking.audit_digest(bytea, parking.audit), parking.pseudonym(text, bytea);
drop table parking.audit_chain, parking.access_log, parking.pseudonym_key, parking.forget_mark,
  parking.retention;
drop index parking.picture_stored_at_idx;
commit;
