-- The leasing app's database: rights, comments, and what must hold across its workers.

begin;
select plan(19);

create function pg_temp.rights(who name) returns setof text language sql as $$
  select format('%s %s', c.relname, string_agg(p.name, ' ' order by p.place))
  from pg_class c,
    unnest(array ['select', 'insert', 'update', 'delete']) with ordinality p(name, place)
  where c.relnamespace = 'leasing_app'::regnamespace and c.relkind = 'r'
    and has_table_privilege(who, c.oid, p.name)
  group by c.relname
$$;
create function pg_temp.columns_to_update(who name) returns setof text language sql as $$
  select format('%s.%s', c.relname, a.attname)
  from pg_class c join pg_attribute a on a.attrelid = c.oid
  where c.relnamespace = 'leasing_app'::regnamespace and c.relkind = 'r' and a.attnum > 0
    and not a.attisdropped and not has_table_privilege(who, c.oid, 'update')
    and has_column_privilege(who, c.oid, a.attnum, 'update')
$$;
select set_eq($$ select pg_temp.rights('leasing_app_worker') $$, array [
  'calendar_day select', 'calendar_year select', 'lease_order select insert',
  'offer select insert update', 'outbox insert', 'partner select', 'partner_key select',
  'partner_nonce select insert'], 'What the worker may do');
select set_eq($$ select pg_temp.columns_to_update('leasing_app_worker') $$, array [
  'lease_order.cancelled_at', 'partner_nonce.expires_at'], 'Which columns it may change');
select set_eq($$ select pg_temp.rights('leasing_app_relay') $$, array [
  'offer select insert update', 'offer_reading select insert update', 'outbox select',
  'partner select', 'partner_key select'], 'What the relay may do');
select set_eq($$ select pg_temp.columns_to_update('leasing_app_relay') $$, array [
  'outbox.attempts', 'outbox.busy_until', 'outbox.delivered_at', 'outbox.gave_up_at',
  'outbox.last_error', 'outbox.next_at', 'outbox.superseded_at'], 'Which columns it may change');
select is_empty(
  $$ select r from unnest(array ['leasing_app_worker', 'leasing_app_relay']) r
     where has_schema_privilege(r, 'leasing_app', 'create') $$, 'Neither makes tables');
select is_empty(
  $$ select c.relname, a.attname from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relnamespace = 'leasing_app'::regnamespace and c.relkind = 'r' and a.attnum > 0
       and not a.attisdropped
       and (obj_description(c.oid) is null or col_description(c.oid, a.attnum) is null) $$,
  'Every table and column has a comment');
select is_empty(
  $$ select p.proname from pg_proc p
     where p.pronamespace = 'leasing_app'::regnamespace and obj_description(p.oid) is null $$,
  'Every function has a comment');

insert into leasing_app.partner (app_id, base_url) values ('cjj', 'https://cloud.example/');
select throws_ok(
  $$ insert into leasing_app.partner (app_id, base_url) values ('bad', 'http://cloud.example/') $$,
  '23514', null, 'HTTPS alone');
insert into leasing_app.offer (app_id, park_sn, park_name, deadline, start_time, end_time, is_sat,
  is_sun, is_holiday, price, start_price, holiday_price)
  values ('cjj', 'P1', '一号', '2035-12-31', '19:00', '07:30', true, true, true, 100, 500, 2000);
prepare sale(text, date) as
  insert into leasing_app.lease_order (app_id, park_sn, plate, window_date, start_time, end_time,
    begins_at, price) values ('cjj', 'P1', $1, $2, '19:00', '06:30', $2 + time '11:00', 500);
select lives_ok($$ execute sale('苏E88888', '2035-01-02') $$, 'A window is sold');
select throws_ok($$ execute sale('苏E88888', '2035-01-02') $$, '23505', null, 'Once');
select lives_ok($$ execute sale('苏E88889', '2035-01-02') $$, 'To another too');
update leasing_app.lease_order set cancelled_at = now() where plate = '苏E88888';
select lives_ok($$ execute sale('苏E88888', '2035-01-02') $$, 'And again after it was cancelled');
select lives_ok($$ execute sale('苏E88888', '2020-01-02') $$, 'A window that has begun');
select throws_ok($$ update leasing_app.lease_order set cancelled_at = now() $$, '23514', null,
  'Cannot be cancelled');

select is(leasing_app.import_calendar('{"year": 2026, "days": [
  {"name": "元旦", "date": "2026-01-01", "isOffDay": true},
  {"name": "元旦", "date": "2026-01-04", "isOffDay": false}]}'), 2::bigint, 'A year is imported');
select is(leasing_app.import_calendar('{"year": 2027, "days": []}'), 0::bigint, 'One not published');
select is((select string_agg(year::text, ',') from leasing_app.calendar_year), '2026',
  'Is not known');

insert into leasing_app.partner_nonce values ('cjj', 'aaaaaaaa', now() - interval '1 s');
select is(leasing_app.sweep_nonces(), 1::bigint, 'A nonce that is over is swept');
insert into leasing_app.outbox (app_id, kind, subject, body, delivered_at)
  values ('cjj', 'api/SynLeaseOrder', 'P1', '{}', now() - interval '100 days'),
    ('cjj', 'api/SynLeaseOrder', 'P1', '{}', null);
select is(leasing_app.sweep_outbox('90 days'), 1::bigint, 'What was delivered long ago is swept');

select finish();
rollback;
