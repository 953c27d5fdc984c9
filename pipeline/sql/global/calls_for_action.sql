-- grain: one thing that the data themselves ask somebody to do
-- key: kind, subject_id
-- A quote whose deal is stalled is asked for with the deal.
-- Amounts are revenue: the contracts that end, the deal, the quote, the customer's last twelve months, the target of the year.
with ending as (
  select s.account_id, s.ends_at from per_customer.contract_spells as s cross join core.run as r
  where s.ends_at between r.as_of + 1 and r.as_of + 90 and s.back_at is null),
contract_ending as (
  select 'contract_ending' as kind, arg_max(c.contract_id, (c.ends_at, c.contract_id)) as subject_id, e.account_id, arg_max(nullif(c.owner_id, '(unknown)'), (c.ends_at, c.contract_id)) as owner_id,
    coalesce(sum(c.amount), any_value(v.revenue_last_year)) as amount, e.ends_at as day, null::double as usual_days, count(*) as times, null::varchar as subject
  from ending as e
  cross join core.run as r
  join core.contracts as c on c.account_id = e.account_id and c.ends_at between r.as_of + 1 and e.ends_at
  left join per_customer.customer_sales as v on v.account_id = e.account_id
  group by e.account_id, e.ends_at),
-- Exports do not say when a deal entered its stage, so its whole age is held against that of deals won: nine in ten were signed by then.
usual as (
  select percentile_disc(0.9) within group (order by closed_at - created_at) as days from core.opportunities
  where outcome = 'won' and closed_at >= created_at having count(*) >= 20),
deal_stalled as (
  select 'deal_stalled' as kind, o.opportunity_id as subject_id, o.account_id, o.owner_id, o.amount, o.created_at, u.days, 1, coalesce(o.name, o.opportunity_id)
  from core.opportunities as o cross join core.run as r join usual as u on r.as_of - o.created_at > u.days
  where o.outcome = 'open'),
complaint_open as (
  select 'complaint_open', arg_min(c.complaint_id, (c.made_at, c.complaint_id)), c.account_id, any_value(k.owner_id), any_value(k.revenue_ttm), min(c.made_at), null, count(*), arg_min(c.reason, (c.made_at, c.complaint_id))
  from core.complaints as c
  cross join core.run as r
  join marts.customers as k on k.account_id = c.account_id and k.in_pareto_revenue
  where c.resolved_at is null and c.made_at > r.as_of - 365 and exists (from core.complaints where resolved_at is not null)
  group by c.account_id),
drop_off as (
  select 'drop_off', account_id, account_id, owner_id, at_stake, last_order, usual_gap, 1, null from marts.customers where dropped_off),
answered as (
  select status, action_state(status) = 'cancelled' or status_says(status, 'accepted') or status_says(status, 'cancelled') or regexp_matches(lower(status), '\b(brouillon|draft|borrador|entwurf|bozza|rascunho)')
    or exists (from staging.outcome_words as w where contains(status_text(s.status), ' ' || w.word || ' ')) as is_answered
  from (select distinct status from core.quotes where status is not null) as s),
last_quote as (
  select * from core.quotes where account_id is not null
  qualify row_number() over (partition by account_id order by sent_at desc, amount desc nulls last, quote_id) = 1),
quote_unanswered as (
  select 'quote_unanswered', q.quote_id, q.account_id, q.owner_id, q.amount, q.sent_at, null, 1, null
  from last_quote as q
  cross join core.run as r
  left join answered as s on s.status = q.status
  where q.sent_at between r.as_of - 180 and r.as_of - 14 and s.is_answered is not true
    and q.account_id not in (select account_id from deal_stalled where account_id is not null)
    and not exists (from core.sales as s where s.account_id = q.account_id and s.amount > 0 and s.sold_at >= q.sent_at)
    and not exists (from core.opportunities as o where o.account_id = q.account_id and o.outcome <> 'open' and o.closed_at >= q.sent_at)),
flagged as (
  select subject, min(rule) as rule from marts.rules where rule in ('target_without_measure', 'target_without_resource') group by subject),
target_flagged as (
  select f.rule, f.subject, null, any_value(t.owner_id), sum(t.value) filter (where t.metric in ('revenue', 'margin')), min(t.month), null, count(*), any_value(coalesce(t.owner, t.team, '–') || ' (' || t.metric || ')')
  from core.targets as t
  cross join core.run as r
  join flagged as f on f.subject = coalesce(t.owner, t.team, '(all)') || ' ' || t.metric
  where date_trunc('year', t.month) = date_trunc('year', r.as_of)
  group by f.rule, f.subject)
from contract_ending
union all from deal_stalled
union all from complaint_open
union all from drop_off
union all from quote_unanswered
union all from target_flagged
