-- grain: one thing to do, by whom and by when: of what the data ask for, the ten things of each owner with the most money at stake, of no known money the oldest
-- key: position
-- Due: an open complaint within three days; a drop-off and a quote within seven; a deal within fourteen; a target within thirty;
-- a contract thirty days before it ends, at the earliest in three days. Saturdays and Sundays wait for Monday.
with owned as (
  select c.*, r.as_of, coalesce(nullif(c.owner_id, '(unknown)'), a.owner_id, v.last_owner_id) as does_it, coalesce(a.name, c.account_id) as account
  from marts.calls_for_action as c
  cross join core.run as r
  left join core.accounts as a on a.account_id = c.account_id
  left join per_customer.customer_sales as v on v.account_id = c.account_id),
ranked as (
  select *, count(*) over (partition by does_it) as of_owner, row_number() over (partition by does_it order by amount desc nulls last, kind, day, subject_id) as place from owned),
-- What a person has planned for the account already.
planned as (
  select account_id, name, due_at from core.actions where state = 'open' and account_id is not null
  qualify row_number() over (partition by account_id order by due_at nulls last, action_id) = 1)
select
  row_number() over (order by k.amount desc nulls last, k.kind, k.day, k.subject_id) as position, k.kind, k.subject_id, k.account_id, k.account, k.does_it as owner_id, o.name as owner,
  working_day(case k.kind
    when 'contract_ending' then greatest(k.day - 30, k.as_of + 3)
    when 'complaint_open' then k.as_of + 3
    when 'drop_off' then k.as_of + 7
    when 'quote_unanswered' then k.as_of + 7
    when 'deal_stalled' then k.as_of + 14
    else k.as_of + 30
  end) as due_at,
  round(k.amount, 2) as amount, k.day, k.of_owner,
  plan_reason_en(k.kind, k.day, k.as_of, k.usual_days, k.times, k.subject) as reason_en, plan_reason_fr(k.kind, k.day, k.as_of, k.usual_days, k.times, k.subject) as reason_fr,
  plan_step_en(k.kind) as action_en, plan_step_fr(k.kind) as action_fr,
  p.name as planned_action, p.due_at as planned_for
from ranked as k
left join core.owners as o on o.owner_id = k.does_it
left join planned as p on p.account_id = k.account_id
where k.place <= 10
order by position
