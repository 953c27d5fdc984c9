-- grain: one dimension's segment, its accounts' owner, measure and slice of time; sums only
-- key: dimension, segment, owner_id, measure, slice_start
-- What no account tells but some lead does, or no lead but some account, is unknown there, beside the segments of the others and the channels that money was spent on.
with told as (
  select 'accounts' as source, dimension from (select distinct dimension from core.account_segments)
  union all
  select 'leads', dimension from (select distinct dimension from core.lead_segments)),
unnamed as (
  select s.source, d.dimension
  from (select dimension from told union select 'channel' where exists (from core.marketing_spend)) as d
  cross join (values ('accounts'), ('leads')) as s(source)
  anti join told as t on t.source = s.source and t.dimension = d.dimension),
event as not materialized (
  select g.labels, w.owner_id, e.measure, e.day, e.amount::numeric(38, 10) as amount
  from core.acquisition_events as e
  join core.labelled_accounts as g on g.id = e.account_id
  join core.account_facts as w on w.id = e.account_id
  union all
  select g.labels, w.owner_id, f.measure, l.detected_at, 1
  from core.lead_outcomes as l
  join core.labelled_leads as g on g.id = l.lead_id
  join core.lead_facts as w on w.id = l.lead_id
  join (values ('leads'), ('mature_leads'), ('converted_leads')) as f(measure) on f.measure = 'leads' or l.is_mature and (f.measure = 'mature_leads' or l.is_converted)),
labelled as (
  select label, owner_id, measure, slice_start, sum(amount)::numeric(38, 10) as amount
  from (select unnest(e.labels) as label, e.owner_id, e.measure, slice_of(e.day, r.ttm_start) as slice_start, e.amount from event as e cross join core.run as r)
  group by label, owner_id, measure, slice_start
  union all
  select label, owner_id, 'lagged_cost', slice_start, sum(amount)::numeric(38, 10)
  from (
    select unnest(e.labels) as label, e.owner_id, slice_of(e.day + case when e.measure = 'time' then c.days else 0 end, r.ttm_start) as slice_start, e.amount
    from event as e cross join core.usual_cycle as c cross join core.run as r where e.measure in ('time', 'commission'))
  group by label, owner_id, slice_start),
other as (
  select u.dimension, '(unknown)' as segment, w.owner_id, e.measure, e.day, e.amount::numeric(38, 10) as amount
  from core.acquisition_events as e
  join core.account_facts as w on w.id = e.account_id
  join unnamed as u on u.source = 'accounts'
  union all
  select s.dimension, s.segment, s.owner_id, 'spend', m.spent_at, ((m.amount * s.leads)::numeric(38, 10) / s.leads_in_all)::numeric(38, 10)
  from core.marketing_spend as m join core.spend_shares as s on s.channel is not distinct from m.channel and s.campaign is not distinct from m.campaign
  union all
  select u.dimension, '(unknown)', w.owner_id, f.measure, l.detected_at, 1
  from core.lead_outcomes as l
  join core.lead_facts as w on w.id = l.lead_id
  join unnamed as u on u.source = 'leads'
  cross join lateral (values ('leads', true), ('mature_leads', l.is_mature), ('converted_leads', l.is_mature and l.is_converted)) as f(measure, holds)
  where f.holds),
shifted as (
  select l.dimension, l.segment, c.owner_id, c.measure, c.slice_start, c.amount from labelled as c join core.labels as l on l.label = c.label
  union all
  select o.dimension, o.segment, o.owner_id, o.measure, slice_of(o.day, r.ttm_start), o.amount from other as o cross join core.run as r
  union all
  select o.dimension, o.segment, o.owner_id, 'lagged_cost', slice_of(o.day + case when o.measure = 'commission' then 0 else c.days end, r.ttm_start), o.amount
  from other as o cross join core.run as r cross join core.usual_cycle as c where o.measure in ('spend', 'time', 'commission'))
select dimension, segment, owner_id, measure, slice_start, sum(amount)::numeric(38, 10) as amount
from shifted
group by dimension, segment, owner_id, measure, slice_start
