-- grain: one dimension's segment, owner and slice of time; sums only
-- key: dimension, segment, owner_id, slice_start
with bought as (
  select account_id, min(sold_at) as first_sale from core.sales group by account_id),
event as (
  select opportunity_id, owner_id, slice_of(created_at, r.ttm_start) as slice_start,
    (created_at is not null)::int as created, coalesce(b.first_sale < created_at, false)::int as created_existing, (created_at is not null and outcome = 'won')::int as cohort_won, (created_at is not null and outcome = 'open')::int as cohort_open, (created_at is null)::int as created_undated,
    0 as won, 0 as lost, 0 as closed_undated, 0 as won_priced, 0 as lost_priced, 0 as won_amount, 0 as lost_amount, 0 as closed_amount_sq, 0 as won_amount_sq, null::int as won_days, null::int as closed_days, 0 as negative_cycles
  from core.opportunities left join bought as b using (account_id) cross join core.run as r
  union all
  select opportunity_id, owner_id, slice_of(closed_at, r.ttm_start), 0, 0, 0, 0, 0,
    (outcome = 'won')::int, (outcome = 'lost')::int, 0,
    (outcome = 'won' and amount > 0)::int, (outcome = 'lost' and amount > 0)::int,
    case when outcome = 'won' and amount > 0 then amount else 0 end, case when outcome = 'lost' and amount > 0 then amount else 0 end, case when amount > 0 then square(amount) else 0 end, case when outcome = 'won' and amount > 0 then square(amount) else 0 end,
    case when outcome = 'won' and closed_at >= created_at then closed_at - created_at end,
    case when closed_at >= created_at then closed_at - created_at end,
    coalesce(closed_at < created_at, false)::int
  from core.opportunities cross join core.run as r
  where outcome <> 'open' and (closed_at is not null or ends_unknown)
  union all
  select opportunity_id, owner_id, null, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, null, null, 0
  from core.opportunities
  where outcome <> 'open' and closed_at is null and not ends_unknown),
labelled as (
  select e.*, unnest(g.labels) as label from event as e join core.labelled_opportunities as g on g.id = e.opportunity_id),
summed as (
  select
    label, owner_id, slice_start,
    sum(created) as created, sum(created_existing) as created_existing, sum(cohort_won) as cohort_won, sum(cohort_open) as cohort_open, sum(created_undated) as created_undated,
    sum(won) as won, sum(lost) as lost, sum(closed_undated) as closed_undated,
    sum(won_priced) as won_priced, sum(lost_priced) as lost_priced, sum(won_amount) as won_amount, sum(lost_amount) as lost_amount, sum(closed_amount_sq) as closed_amount_sq, sum(won_amount_sq) as won_amount_sq,
    count(won_days) as won_cycles, coalesce(sum(won_days), 0) as won_days, coalesce(sum(won_days * won_days), 0) as won_days_sq,
    count(closed_days) as closed_cycles, coalesce(sum(closed_days), 0) as closed_days, coalesce(sum(closed_days * closed_days), 0) as closed_days_sq,
    sum(negative_cycles) as negative_cycles
  from labelled group by label, owner_id, slice_start)
select l.dimension, l.segment, s.* exclude (label) from summed as s join core.labels as l on l.label = s.label
