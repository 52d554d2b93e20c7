-- Verify leasing-app:offers

begin;
select app_id, park_sn, price, signed_at, withdrawn_at from leasing_app.offer where false;
select app_id, is_complete from leasing_app.offer_reading where false;
select day, is_off_day from leasing_app.calendar_day where false;
select 'leasing_app.import_calendar(json)'::regprocedure;
rollback;
