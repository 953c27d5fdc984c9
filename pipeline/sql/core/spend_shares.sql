-- grain: the part of a channel's spend that a segment bears: its part of the channel's leads
-- key: channel, dimension, segment
-- A lead of two tags counts in full under both, as its customer does.
with spent as (
  select distinct channel from core.marketing_spend),
led as (
  select coalesce(c.segment, '(unknown)') as channel, s.dimension, s.segment, count(*) as leads
  from core.lead_segments as s
  left join core.lead_segments as c on c.id = s.id and c.dimension = 'channel'
  where s.dimension <> 'channel'
  group by all)
select p.channel, d.dimension, coalesce(l.segment, case d.dimension when 'all' then 'all' else '(unknown)' end) as segment,
  coalesce(l.leads, 1) as leads, case when l.leads is null then 1 else max(case when d.dimension = 'all' then l.leads end) over (partition by p.channel) end as leads_in_all
from spent as p
cross join (select distinct dimension from core.account_segments where dimension <> 'channel') as d
left join led as l on l.channel = p.channel and l.dimension = d.dimension
union all
select channel, 'channel', coalesce(channel, '(unknown)'), 1, 1 from spent
