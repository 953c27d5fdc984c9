-- grain: one account that never ordered and that a lead, an opportunity or a complaint names: those of the largest deals and of the latest leads first
-- key: account
with named as (
  select a.account, c.name from page.accounts as a join core.accounts as c on c.account_id = a.account_id where a.customer is null and c.name is not null),
met as (
  select account, max(amount) as amount, max(day) as day
  from (
    select account, amount, null::int as day from page.opportunities
    union all
    select account, null, day from page.leads
    union all
    select account, null, day from page.satisfaction where flags & 1 > 0) as fact
  group by account),
ranked as (
  select n.account, n.name, row_number() over (order by m.amount desc nulls last, n.account) as by_amount, row_number() over (order by m.day desc nulls last, n.account) as by_day
  from named as n join met as m on m.account = n.account)
select row_number() over (order by least(by_amount, by_day), account) as position, account, name from ranked
