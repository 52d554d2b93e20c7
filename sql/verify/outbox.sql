-- Verify gatehouse:outbox

begin;
select app_id, kind, subject, body, due_since, next_at, attempts, delivered_at, superseded_at,
  gave_up_at, last_error from parking.outbox where false;
select 'parking.outbox_pending'::regclass;
select 'parking.queue_offer(text, text, boolean)'::regprocedure,
  'parking.sweep_nonces()'::regprocedure;
select 1 / (not has_table_privilege('gatehouse_worker', 'parking.outbox', 'select'))::integer;
rollback;
