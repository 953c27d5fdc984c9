-- grain: one dimension's segment, measure and slice of time; sums only
-- key: dimension, segment, measure, slice_start
-- Where accounts or leads name no channel at all, theirs is the unknown one, beside the channels that money was spent on.
with unnamed as (
  select 'accounts' as source, 'channel' as dimension
  where exists (from core.marketing_spend) or exists (from core.lead_segments where dimension = 'channel')
  union all
  select 'leads', 'channel'
  where exists (from core.marketing_spend) or exists (from core.account_segments where dimension = 'channel')),
event as (
  select g.dimension, g.segment, e.measure, e.day, e.amount::numeric(38, 10) as amount
  from core.acquisition_events as e join core.account_segments as g on g.id = e.account_id
  union all
  select u.dimension, '(unknown)', e.measure, e.day, e.amount::numeric(38, 10)
  from core.acquisition_events as e
  join unnamed as u on u.source = 'accounts'
  where not exists (from core.account_segments where dimension = 'channel')
  union all
  select s.dimension, s.segment, 'spend', m.spent_at, ((m.amount * s.leads)::numeric(38, 10) / s.leads_in_all)::numeric(38, 10)
  from core.marketing_spend as m join core.spend_shares as s on s.channel is not distinct from m.channel
  union all
  select g.dimension, g.segment, f.measure, l.detected_at, 1
  from core.lead_outcomes as l
  join core.lead_segments as g on g.id = l.lead_id
  cross join lateral (values ('leads', true), ('mature_leads', l.is_mature), ('converted_leads', l.is_mature and l.is_converted)) as f(measure, holds)
  where f.holds
  union all
  select u.dimension, '(unknown)', f.measure, l.detected_at, 1
  from core.lead_outcomes as l
  join unnamed as u on u.source = 'leads'
  cross join lateral (values ('leads', true), ('mature_leads', l.is_mature), ('converted_leads', l.is_mature and l.is_converted)) as f(measure, holds)
  where f.holds and not exists (from core.lead_segments where dimension = 'channel')),
shifted as (
  select dimension, segment, measure, day, amount from event
  union all
  select e.dimension, e.segment, 'lagged_cost', e.day + c.days, e.amount
  from event as e cross join core.usual_cycle as c where e.measure in ('spend', 'time'))
select s.dimension, s.segment, s.measure, slice_of(s.day, r.ttm_start) as slice_start, sum(s.amount)::numeric(38, 10) as amount
from shifted as s cross join core.run as r
group by s.dimension, s.segment, s.measure, slice_of(s.day, r.ttm_start)
