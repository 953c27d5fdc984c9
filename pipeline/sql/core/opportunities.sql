-- grain: one opportunity as known at the as-of date
-- key: opportunity_id
select
  o.opportunity_id, o.name, a.id as account_id, coalesce(w.id, '(unknown)') as owner_id, p.id as product_id, o.channel,
  case when o.created_at >= r.data_from then o.created_at end as created_at, known.outcome,
  case when known.outcome <> 'open' and o.ended_at >= r.data_from then o.ended_at end as closed_at, known.outcome <> 'open' and o.ends_unknown as ends_unknown,
  case when known.outcome = 'open' then coalesce(o.expected_at, case when o.outcome_in_export = 'open' then o.ended_at end) end as expected_at,
  o.stage, o.status, case when known.outcome = 'open' then o.is_qualified end as is_qualified, deal_amount(o.amount, o.estimated_amount) as amount, o.commission, o.loss_reason, o.source, o._file, o._row
from core.opportunity_outcomes as o
cross join core.run as r
cross join lateral (
  select case when o.ended_at > r.as_of or (o.ends_unknown and r.as_of < r.data_to) then 'open' else o.outcome_in_export end as outcome) as known
left join core.account_links as a
  on a.mentioned_id is not distinct from o.account_id and a.mentioned_name is not distinct from o.account_name
left join core.owner_links as w
  on w.mentioned_id is not distinct from o.owner_id and w.mentioned_name is not distinct from o.owner_name
left join core.product_links as p
  on p.mentioned_id is not distinct from o.product_id and p.mentioned_name is not distinct from product_called(o.product_id, o.product_name, o.product_family)
where o.created_at is null or o.created_at <= r.as_of
