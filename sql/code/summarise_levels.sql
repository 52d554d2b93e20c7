-- Takes a slice's stays into the numbers inside, hour by hour. A relay keeps its plans, and one that was made
-- while the summary was all but empty would look for each park's last hour from end to end ever after: so never.

create or replace function parking.summarise_levels() returns void
language plpgsql security definer set search_path = parking, pg_temp set enable_seqscan = off as $$
begin
  -- An hour in which nobody was inside has its row too, so that readers need not look for it.
  insert into level_summary as t
    select s.park_sn, s.at, s.day, s.hour, sum(s.inside), sum(s.inside_15), sum(s.inside_30),
      sum(s.inside_45), sum(s.inside_60), sum(s.entered), sum(s.gone)
    from (
      select * from report.level_source
      union all select m.*, 0, 0, 0, 0, 0, 0, 0 from report.level_missing m) s
    group by s.park_sn, s.at, s.day, s.hour
    on conflict (park_sn, at) do update set
      inside = t.inside + excluded.inside, inside_15 = t.inside_15 + excluded.inside_15,
      inside_30 = t.inside_30 + excluded.inside_30, inside_45 = t.inside_45 + excluded.inside_45,
      inside_60 = t.inside_60 + excluded.inside_60,
      entered = t.entered + excluded.entered, gone = t.gone + excluded.gone;
end
$$;
comment on function parking.summarise_levels() is
  'Takes the slice between the bounds into the hours inside; a part of parking.summarise.';
revoke all on function parking.summarise_levels() from public;
