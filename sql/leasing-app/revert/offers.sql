-- Revert leasing-app:offers

begin;
drop function leasing_app.import_calendar(json);
drop table leasing_app.calendar_day, leasing_app.calendar_year, leasing_app.offer_reading,
  leasing_app.offer;
drop domain leasing_app.minute_of_day, leasing_app.fen;
commit;
