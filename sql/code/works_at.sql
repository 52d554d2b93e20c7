-- Where a person may act.

create or replace function parking.works_at(account_id integer, park_sn text) returns boolean
language sql stable as $$
  select case a.role
    when 'operator' then exists (
      select from parking.park p
      where p.park_sn = works_at.park_sn and p.operator_id = a.operator_id)
    else exists (
      select from parking.account_park w
      where w.account_id = a.account_id and w.park_sn = works_at.park_sn)
    end
  from parking.account a where a.account_id = works_at.account_id
$$;
comment on function parking.works_at(integer, text) is
  'Whether an account may act at a park: an operator''s user at all parks of the operator, others at the parks they are given.';
