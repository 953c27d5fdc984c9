-- Whom to call, once the models have scored: each customer once, on the list where it is most urgent, the dearest first.
-- Due: a drop-off within seven days; a falling star before its next usual order, at the earliest in seven days and at the latest in thirty; the others within thirty.
-- Amounts are margins where every sale has a cost, else revenue, as in the models.
create table marts.targets as
with basis as (
  select count(*) > 0 and count(*) = count(cost) as has_cost from core.sales where amount > 0),
listed as (
  select c.*, s.horizon_days, s.p_churn, s.p_top20, s.expected_amount, b.has_cost,
    case when b.has_cost then coalesce(ratio(c.margin, c.revenue), 0) else 1 end as kept_share,
    case when c.dropped_off then 'to_call_back' when s.falling_star then 'to_hold' when s.future_2080 then 'to_develop' end as list,
    case when c.dropped_off then s.reasons else s.potential_reasons end as reasons
  from marts.customers as c
  cross join basis as b
  left join marts.scores as s on s.account_id = c.account_id),
weighed as (
  select *,
    case list when 'to_call_back' then p_churn when 'to_hold' then 1 - p_top20 else p_top20 end as probability,
    round(case list when 'to_call_back' then at_stake * kept_share when 'to_hold' then revenue_ttm * kept_share else expected_amount end, 2) as amount
  from listed where list is not null),
bought as (
  select distinct f.account_id, f.family, coalesce(a.sector, '(unknown)') as sector
  from per_customer.family_purchases as f join core.accounts as a on a.account_id = f.account_id),
popular as (
  select sector, family, ratio(count(*), (select count(distinct account_id) from bought as all_of where all_of.sector = b.sector)) as share
  from bought as b group by sector, family),
offer as (
  select w.account_id, p.family, p.share
  from weighed as w
  join popular as p on p.sector = coalesce(w.sector, '(unknown)')
  where not exists (from bought as b where b.account_id = w.account_id and b.family = p.family)
  qualify row_number() over (partition by w.account_id order by p.share desc, p.family) = 1),
complaint as (
  select c.account_id, c.reason, c.made_at, c.resolved_at is not null as is_resolved
  from core.complaints as c cross join core.run as r
  where c.made_at > r.as_of - 365
  qualify row_number() over (partition by c.account_id order by c.resolved_at is not null, c.made_at desc, c.complaint_id) = 1),
-- The person to speak to: rather one who may be written to and can be reached; of equals, the newest.
person as (
  select account_id, name, job_title, phone, email, consent
  from core.contacts
  where account_id is not null and coalesce(name, email, phone) is not null
  qualify row_number() over (partition by account_id
    order by consent is false, email is null and phone is null, consent is not true, email is null, created_at desc nulls last, contact_id) = 1)
select
  w.list, row_number() over (partition by w.list order by w.amount * case w.list when 'to_develop' then 1 else coalesce(w.probability, 1) end desc nulls last, w.account_id) as position,
  w.account_id, w.name, t.name as contact, t.job_title, coalesce(t.phone, a.phone) as phone,
  case when t.consent is not false then t.email end as email, t.consent as may_be_emailed, w.city, w.owner, w.probability, w.amount, w.horizon_days, w.has_cost as is_margin,
  working_day(r.as_of + case w.list when 'to_call_back' then 7 when 'to_hold' then least(greatest(round(coalesce(w.usual_gap, 30))::int - w.recency::int, 7), 30) else 30 end) as due_at,
  w.last_order, w.recency, w.usual_gap, w.drop_off_since, w.reasons,
  o.family as family_to_offer, o.share as family_share, k.reason as complaint, k.made_at as complained_at, k.is_resolved as complaint_resolved
from weighed as w
cross join core.run as r
join core.accounts as a on a.account_id = w.account_id
left join person as t on t.account_id = w.account_id
left join offer as o on o.account_id = w.account_id
left join complaint as k on k.account_id = w.account_id
order by w.list, position
