-- grain: one customer at a cutoff that has had a contract by then; only facts up to the cutoff
-- key: account_id, cutoff
-- An end to come is known beforehand where it is a term, whole years after the start; any other may have been written when the contract was cancelled.
-- A status is that of the day of the export.
with dated as (
  select account_id, started_at, ends_at, amount,
    (extract(year from ends_at + 1) * 12 + extract(month from ends_at + 1) - extract(year from started_at) * 12 - extract(month from started_at)) as months,
    extract(day from started_at) in (extract(day from ends_at), extract(day from ends_at + 1)) as same_day
  from core.contracts where account_id is not null),
known as (
  select p.account_id, p.cutoff, p.learnt_days, c.amount, c.ends_at is null or c.ends_at > p.cutoff as is_running,
    case when c.ends_at <= p.cutoff or (c.same_day and c.months % 12 = 0) then c.ends_at end as ends_at
  from per_customer.panel as p join dated as c on c.account_id = p.account_id and c.started_at <= p.cutoff)
select
  account_id, cutoff, count(*) filter (where is_running) as contracts_running,
  coalesce(sum(amount) filter (where is_running), 0)::double precision as contracts_amount,
  (min(ends_at) filter (where is_running) - cutoff)::int as contract_days_left,
  count(*) filter (where not is_running and cutoff - ends_at < learnt_days) as contracts_ended_recent
from known
group by account_id, cutoff
