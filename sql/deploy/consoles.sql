-- Deploy gatehouse:consoles
-- requires: books outbox

begin;
set local role gatehouse_owner;

create table parking.handover (
  shift_id        bigint primary key references parking.shift,
  account_id      integer not null references parking.account,
  expected_amount bigint not null,
  counted_amount  parking.fen not null,
  note            text not null default '' check (char_length(note) <= 200),
  handed_at       timestamptz not null
);
comment on table parking.handover is
  'The end of an attendant''s shift (交班): the cash as counted before the sum was shown, beside the sum. Never changed.';
comment on column parking.handover.shift_id is 'Which shift; it is handed over once.';
comment on column parking.handover.account_id is 'Who handed it over.';
comment on column parking.handover.expected_amount is 'Cash booked to the shift less what was reversed, in fen; negative when more was given back than taken.';
comment on column parking.handover.counted_amount is 'Cash as the attendant counted it, in fen.';
comment on column parking.handover.note is 'The attendant''s remark.';
comment on column parking.handover.handed_at is 'When.';
create index on parking.handover (account_id);
create trigger handover_never_changes before update or delete on parking.handover
  for each row execute function parking.refuse_change();

create table parking.sign_in_failure (
  login_digest parking.digest primary key,
  failures     integer not null check (failures > 0),
  failed_at    timestamptz not null,
  locked_until timestamptz not null
);
comment on table parking.sign_in_failure is
  'Names with which signing in failed of late, whether or not somebody has that name. Forgotten after a day or by signing in.';
comment on column parking.sign_in_failure.login_digest is
  'SHA-256 of the name: people type passwords into the wrong field.';
comment on column parking.sign_in_failure.failures is 'How often in a row.';
comment on column parking.sign_in_failure.failed_at is 'The last time.';
comment on column parking.sign_in_failure.locked_until is 'Until then nobody signs in by that name.';
create index on parking.sign_in_failure (failed_at);

grant select, insert on parking.handover to gatehouse_worker;
grant select on parking.handover to gatehouse_admin;
grant select, insert, update, delete on parking.sign_in_failure to gatehouse_worker;
grant select on parking.review_item, parking.audit, parking.tariff to gatehouse_worker;
grant select (park_sn, enter_time, leave_time, outcome, pay_status, is_manual) on parking.stay
  to gatehouse_worker;
grant insert, update (valid_until, note, retired_at) on parking.vehicle to gatehouse_worker;
grant insert on parking.tariff_version to gatehouse_worker;
-- What a park offers, what its partners were told, and to tell again what was given up.
grant insert, update (is_open, deadline, start_time, end_time, is_sat, is_sun, is_holiday, price,
  start_price, holiday_price, changed_at) on parking.lease_offer to gatehouse_worker;
grant select, update (due_since, next_at, attempts, gave_up_at) on parking.outbox
  to gatehouse_worker;

-- What an operator reads of a day; both tables only grow.
create index on parking.stay using brin (leave_time);
create index on parking.payment using brin (booked_at) with (autosummarize);
commit;
