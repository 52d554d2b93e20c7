-- What is older than it is kept is forgotten, reports still count, and the audit trail is sealed.

begin;
\ir report_park.psql
select plan(37);

-- Everything above is of March; now is later than 400 days after, in this test.
update parking.retention set days = 30 where kind in ('captures', 'plates');
insert into parking.arrival (arrival_id, park_sn, booth_id, plate, license, read_license, category, state,
    first_read_at, last_read_at, press, picture)
  values (1, 'P1', 'out', 'A1', 'A1', 'A7', 0, 'passed', '2026-03-02', '2026-03-02', 'leave A1', sha256('1')),
    (2, 'P1', 'out', null, '', null, 0, 'passed', '2026-03-02', '2026-03-02', null, null),
    (3, 'P1', 'out', 'A1', 'A1', null, 0, 'passed', now(), now(), null, null),
    (4, 'P1', 'out', 'A4', 'A4', null, 0, 'passed', '2026-03-02', '2026-03-02', null, null);
select is(parking.forget_captures(), 0::bigint, 'Nothing goes that no summary has counted');
do $$ begin while parking.summarise('30 d') < now() - interval '11 min' loop end loop; end $$;
create temporary table before as
  select day, vehicles, reads, typed from (
    select day, sum(vehicles) as vehicles, sum(typed) as typed from report.leakage group by day) l
  full join (select day, sum(reads) as reads from report.devices group by day) d using (day);
select is(parking.forget_captures(), 5::bigint, 'Reads that are older than they are kept go');
select set_eq($$ select day, vehicles, reads, typed from (
    select day, sum(vehicles) as vehicles, sum(typed) as typed from report.leakage group by day) l
  full join (select day, sum(reads) as reads from report.devices group by day) d using (day) $$,
  'select * from before', 'and the reports are the same');

select is(parking.forget_arrivals(), 2::bigint, 'The oldest arrivals lose their plates');
select is(parking.forget_arrivals(), 0::bigint, 'once');
select ok(plate like '~%' and license = plate and read_license like '~%' and read_license <> plate
    and press is null and picture is null, 'all of them, the press and the picture')
  from parking.arrival where arrival_id = 1;
select is(plate || license, null, 'Who had none has none') from parking.arrival where arrival_id = 2;
select is(license, '', 'and shows none') from parking.arrival where arrival_id = 2;
select is(plate::text, 'A' || case arrival_id when 3 then 1 else 4 end, 'A young one stays, and what follows it waits')
  from parking.arrival where arrival_id > 2 order by arrival_id;

select pg_temp.stay(20, 'P1', 0, '2026-03-05 08:05', '2026-03-05 09:00', 500, 0, 500, 'left', false, 1);
update parking.stay set plate = 'A1', license = 'A1' where stay_id = 20;
insert into parking.stay (stay_id, park_sn, plate, license, plate_kind, category, outcome, leave_time,
    closed_at, pay_status) values (21, 'P1', 'A1', 'A1', 'civil', 0, 'left', now(), now(), 0);
select is(parking.forget_stays(), 9::bigint, 'Stays lose their plates');
select is(parking.forget_stays(), 0::bigint, 'once');
select is(plate::text, 'A1', 'Young ones stay') from parking.stay where stay_id = 21;
select is((select count(distinct plate) from parking.stay where stay_id in (1, 20)), 1::bigint,
  'The same plate has the same pseudonym, so vehicles that come again are counted');
select is((select plate from parking.stay where stay_id = 1), (select plate from parking.arrival where arrival_id = 1),
  'everywhere');
select is((select sum(stays)::integer from report.stays where park_sn = 'P1' and day < '2026-03-04'), 5,
  'and the reports are the same');
select ok((select plate from parking.stay where stay_id = 1)
    <> parking.pseudonym('A1', sha256('guess')), 'Without the key nobody can try all plates');
select is_empty($$ select 1 from parking.open_stay where plate like '~%' $$, 'A vehicle that is inside keeps its plate');

insert into parking.partner (app_id, operator_id, partner_name) values ('cjj', 'op', '合作方');
insert into parking.lease_window (app_id, park_sn, plate, window_date, start_time, end_time, begins_at,
    ends_at, offer_check, source)
  values ('cjj', 'P1', 'A1', '2026-03-02', '08:00', '09:00', '2026-03-02 08:00+08', '2026-03-02 09:00+08', 'inside', 'order'),
    ('cjj', 'P1', 'A1', current_date + 1, '08:00', '09:00', now(), now() + interval '1 d', 'inside', 'order');
select is((select used from report.leases where day = '2026-03-02'), 0::bigint, 'A lease whose stay lost its plate first')
  from (select 1) one;
insert into parking.vehicle (park_sn, plate, category, valid_until, source, note)
  values ('P1', 'A1', 1, '2026-03-02', 'csv', 'Mr A'), ('P1', 'A2', 1, 'infinity', 'csv', 'Ms B');
insert into parking.access_log (park_sn, at, caller, kind, subject)
  values ('P1', '2020-01-01', 'session', 'plate', 'A1'), ('P1', now(), 'session', 'plate', 'A1');
update parking.review_item set detail = 'A1' where stay_id in (4, 5);
select is(parking.forget_others(), 4::bigint, 'Leases, cards that are over, resolved reviews, accesses');
select is(parking.forget_others(), 0::bigint, 'once');
select is((select used from report.leases where day = '2026-03-02'), 1::bigint, 'is used all the same');
select set_eq($$ select format('%s %s', left(plate, 1), note) from parking.vehicle order by vehicle_id $$,
  array ['~ ', 'A Ms B'], 'A card that is over is nobody''s');
select set_eq($$ select detail::text from parking.review_item where stay_id in (4, 5) order by stay_id $$,
  array ['', 'A1'], 'An open review keeps its words');

insert into parking.picture (park_sn, digest, media_type, size, stored_at)
  values ('P1', sha256('old'), 'image/jpeg', 1, '2020-01-01'), ('P1', sha256('both'), 'image/png', 1, '2020-01-01'),
    ('P2', sha256('both'), 'image/png', 1, now()), ('P1', sha256('new'), 'image/jpeg', 1, now());
select set_eq($$ select digest, is_shared from parking.expired_pictures(10) $$,
  $$ values (sha256('old'), false), (sha256('both'), true) $$, 'Old pictures, and whether somebody still has them');
select is(parking.forget_pictures(array ['P1', 'P1', 'P2'],
  array [sha256('old'), sha256('new'), sha256('both')]), 1::bigint, 'Only old ones are struck off');

update parking.retention set days = null where kind = 'pictures';
select is_empty('select * from parking.expired_pictures(10)', 'For ever is for ever');

-- The chain.
create function pg_temp.broken() returns setof bigint language sql as $$
  select c.position from (
    select position, audit_id, digest, lag(digest, 1, sha256('')) over (order by position) as previous
    from parking.audit_chain) c left join parking.audit a using (audit_id)
  where a is null or c.digest <> parking.audit_digest(c.previous, a) order by 1
$$;
delete from parking.review_item;
insert into parking.audit (park_sn, at, caller, action, detail)
  select 'P1', now() - (10 - n) * interval '1 year', 'session', 'enter', 'line ' || n from generate_series(1, 9) n;
select is(parking.seal_audit(), 9::bigint, 'Lines are sealed');
select is(parking.seal_audit(), 0::bigint, 'once');
select is_empty('select pg_temp.broken()', 'The chain holds');
alter table parking.audit disable trigger all;
update parking.audit set detail = 'another' where detail = 'line 4';
select results_eq('select pg_temp.broken()', array [4::bigint], 'A changed line breaks it there');
update parking.audit set detail = 'line 4' where detail = 'another';
select is_empty('select pg_temp.broken()', 'and only as long as it is changed');
alter table parking.audit enable trigger all;
select throws_ok('delete from parking.audit', '23001', null, 'No line goes by hand');
select throws_ok('update parking.audit_chain set digest = sha256($$x$$)', '23001', null, 'No seal changes');
select is(parking.forget_audit(), 5::bigint, 'What is older than five years goes');
select is((select string_agg(position || coalesce(a.detail, ' base'), ', ' order by position)
  from parking.audit_chain left join parking.audit a using (audit_id)),
  '5 base, 6line 6, 7line 7, 8line 8, 9line 9', 'and leaves the seal from which the rest is checked');
select is(parking.forget_audit(), 0::bigint, 'once');

select finish();
rollback;
