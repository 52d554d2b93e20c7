-- Who may do what, and nothing else. A new table appears here or fails the test.

begin;
select plan(20);

create function pg_temp.rights(who name) returns setof text language sql as $$
  select format('%s %s', c.relname, string_agg(p.name, ' ' order by p.place))
  from pg_class c,
    unnest(array ['select', 'insert', 'update', 'delete', 'truncate', 'references', 'trigger'])
      with ordinality p(name, place)
  where c.relnamespace = 'parking'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
    and has_table_privilege(who, c.oid, p.name)
  group by c.relname
$$;
create function pg_temp.columns_to_update(who name) returns setof text language sql as $$
  select format('%s.%s', c.relname, a.attname)
  from pg_class c join pg_attribute a on a.attrelid = c.oid
  where c.relnamespace = 'parking'::regnamespace and c.relkind in ('r', 'p')
    and a.attnum > 0 and not a.attisdropped and not has_table_privilege(who, c.oid, 'update')
    and has_column_privilege(who, c.oid, a.attnum, 'update')
$$;

select set_eq($$ select pg_temp.rights('gatehouse_worker') $$, array [
  'access_log insert', 'account select', 'account_park select', 'arrival select insert update', 'audit select insert',
  'booth select', 'booth_version select', 'calendar_day select', 'calendar_year select', 'capture select insert',
  'device select', 'device_event insert', 'device_health select',
  'handover select insert', 'lease_offer select insert',
  'lease_window select insert', 'open_stay select insert update delete', 'opening select insert',
  'outbox select', 'park select',
  'partner select', 'partner_key select', 'partner_nonce select insert',
  'partner_park select', 'partner_rate select insert', 'payment select insert',
  'picture select insert', 'review_item select insert',
  'session select insert', 'shift select insert',
  'sign_in_failure select insert update delete', 'stay insert', 'tariff select', 'tariff_version select insert',
  'terminal select', 'trusted_network select', 'vehicle select insert'
], 'What the worker may do with tables');

select set_eq($$ select pg_temp.columns_to_update('gatehouse_worker') $$, array [
  'booth.current_arrival_id', 'booth_version.version', 'device.last_seen_at', 'device.last_skew_ms',
  'device.steady_events', 'device.steady_since', 'device.steady_skew_ms',
  'lease_offer.changed_at', 'lease_offer.deadline', 'lease_offer.end_time',
  'lease_offer.holiday_price', 'lease_offer.is_holiday', 'lease_offer.is_open',
  'lease_offer.is_sat', 'lease_offer.is_sun', 'lease_offer.price', 'lease_offer.start_price',
  'lease_offer.start_time',
  'lease_window.received_at', 'lease_window.taken_back_at', 'opening.delivered_at',
  'opening.delivered_by', 'opening.expires_at',
  'outbox.attempts', 'outbox.due_since', 'outbox.gave_up_at', 'outbox.next_at', 'partner_nonce.expires_at',
  'partner_rate.full_at', 'review_item.note', 'review_item.resolution', 'review_item.resolved_at',
  'review_item.resolved_by', 'session.active_at', 'session.ended_at', 'shift.ended_at',
  'vehicle.note', 'vehicle.retired_at', 'vehicle.valid_until'
], 'Which columns the worker may change besides');

select set_eq($$ select pg_temp.rights('gatehouse_admin') $$, array [
  'access_log select insert', 'account select insert update',
  'account_park select insert update delete', 'arrival select', 'audit select insert', 'audit_chain select',
  'retention select update', 'booth select insert update', 'booth_version select insert', 'calendar_day select insert update delete',
  'calendar_year select insert update delete', 'capture select', 'device select insert update',
  'device_event select delete', 'device_health select',
  'handover select', 'lease_difference select', 'lease_offer select insert update', 'lease_reading select',
  'lease_beyond_offer select', 'lease_crowding select', 'lease_no_show select',
  'lease_overstay select',
  'lease_window select', 'open_stay select delete', 'opening select', 'outbox select', 'operator select insert update', 'park select insert update',
  'park_host select insert update delete', 'partner select insert update',
  'partner_key select insert update', 'partner_park select insert delete', 'payment select',
  'picture select', 'report_reader select insert delete', 'review_item select insert', 'shift select', 'stay select insert',
  'summary_state select',
  'tariff select insert update', 'tariff_version select insert', 'terminal select insert update',
  'trusted_network select insert update delete', 'vehicle select insert update'
], 'What the command line may do with tables');

select set_eq($$ select pg_temp.columns_to_update('gatehouse_admin') $$, array [
  'arrival.need_register', 'arrival.state', 'arrival.waiting_until', 'booth_version.version',
  'outbox.attempts', 'outbox.due_since', 'outbox.gave_up_at', 'outbox.next_at',
  'review_item.note', 'review_item.resolution', 'review_item.resolved_at',
  'review_item.resolved_by'
], 'The command line ends what nobody decided about, resolves reviews and sends again');

select set_eq($$ select pg_temp.rights('gatehouse_relay') $$, array [
  'arrival select', 'booth_version select', 'calendar_day select', 'calendar_year select',
  'lease_absence select insert delete',
  'lease_difference select insert', 'lease_offer select', 'lease_reading select insert',
  'lease_window select insert', 'open_stay select delete', 'outbox select',
  'park select', 'partner select', 'partner_key select', 'partner_park select',
  'review_item select insert', 'stay insert', 'summary_state select'
], 'What the relay may do with tables');

select set_eq($$ select pg_temp.columns_to_update('gatehouse_relay') $$, array [
  'arrival.need_register', 'arrival.state', 'arrival.waiting_until', 'booth_version.version',
  'lease_window.received_at', 'lease_window.taken_back_at', 'outbox.attempts',
  'outbox.busy_until', 'outbox.delivered_at', 'outbox.gave_up_at', 'outbox.last_error',
  'outbox.next_at', 'outbox.superseded_at'
], 'Which columns the relay may change');

select is_empty($$ select pg_temp.rights('gatehouse_report') $$, 'The reports read no table here');

select set_eq($$ select pg_temp.rights('gatehouse_views') $$, array [
  'device_summary select', 'exit_summary select', 'level_summary select', 'income_summary select',
  'lane_summary select', 'lease_summary select', 'opening select', 'payment select', 'report_reader select', 'shift select',
  'stay_summary select', 'summary_state select'
], 'What the owner of the reports may do with whole tables');
select set_eq(
  $$ select c.relname || '.' || a.attname
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
     where c.relnamespace = 'parking'::regnamespace
       and has_column_privilege('gatehouse_views', c.oid, a.attnum, 'select')
       and a.attname ~ 'plate$|license|picture|password|token|quote|body|reply' $$,
  array ['capture.plate', 'lease_window.plate', 'open_stay.plate', 'stay.plate'],
  'It reads plates to match them, and no picture and no secret');
select is_empty(
  $$ select c.oid::regclass, a.attname from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relnamespace = 'report'::regnamespace and a.attname ~ 'plate$|license' $$,
  'No report shows a plate: looking one up is written down elsewhere');

select is_empty(
  $$ select c.relname from pg_class c, aclexplode(c.relacl) a
     where c.relnamespace = 'parking'::regnamespace and a.grantee = 0 $$,
  'Nobody else may do anything');

select is_empty(
  $$ select relname from pg_class where relnamespace = 'parking'::regnamespace
       and relowner <> 'gatehouse_owner'::regrole $$, 'The owner alone owns tables');

select is_empty(
  $$ select rolname from pg_roles r where rolname ~ '^gatehouse_'
       and (rolsuper or rolcreatedb or rolcreaterole or rolbypassrls or rolreplication
         or exists (select from pg_auth_members m where m.member = r.oid)) $$,
  'No role of ours has more than its rights, or is a member of another');

select set_eq(
  $$ select c.relname::text from pg_sequence s join pg_class c on c.oid = s.seqrelid
     where c.relnamespace = 'parking'::regnamespace and has_sequence_privilege('gatehouse_worker', s.seqrelid, 'usage') $$,
  array ['arrival_id_seq', 'stay_id_seq'], 'The worker draws two numbers');

select ok(not has_function_privilege(r, 'parking.make_stay_partition(date)', 'execute'),
  r || ' makes no partitions')
from unnest(array ['gatehouse_worker', 'gatehouse_report']) r;
select ok(has_function_privilege(r, 'parking.make_stay_partition(date)', 'execute'),
  r || ' makes partitions')
from unnest(array ['gatehouse_admin', 'gatehouse_relay']) r;
select is_empty(
  $$ select r from unnest(array ['gatehouse_worker', 'gatehouse_admin', 'gatehouse_relay', 'gatehouse_report']) r
     where has_schema_privilege(r, 'parking', 'create')
       or has_schema_privilege(r, 'public', 'create') $$,
  'None of them makes tables');
select is_empty(
  $$ select rolname from pg_roles where rolname = 'gatehouse_owner' and rolcanlogin $$,
  'The owner does not log in');

select finish();
rollback;
