-- grain: the part of a channel's or a campaign's spend that a segment's accounts of one owner bear: their part of the leads that it brought
-- key: channel, campaign, dimension, segment, owner_id
-- Spend of a campaign that leads name is borne by these leads, within its channel where it says one; other spend by its channel's.
-- A lead of two tags counts in full under both, as its customer does.
with led as (
  select coalesce(c.segment, '(unknown)') as channel, l.campaign, s.dimension, s.segment, f.owner_id, count(*) as leads
  from core.lead_segments as s
  join core.leads as l on l.lead_id = s.id
  join core.lead_facts as f on f.id = s.id
  left join core.lead_segments as c on c.id = s.id and c.dimension = 'channel'
  where s.dimension <> 'channel'
  group by all),
spent as (
  select m.channel, m.campaign, count(l.campaign) > 0 as is_campaign
  from (select distinct channel, campaign from core.marketing_spend) as m
  left join (select distinct channel, campaign from led) as l on l.campaign = m.campaign and (m.channel is null or l.channel = m.channel)
  group by m.channel, m.campaign),
borne as (
  select p.channel, p.campaign, l.channel as led_by, l.dimension, l.segment, l.owner_id, l.leads
  from spent as p join led as l on l.campaign = p.campaign and (p.channel is null or l.channel = p.channel)
  where p.is_campaign
  union all
  select p.channel, p.campaign, l.channel, l.dimension, l.segment, l.owner_id, l.leads
  from spent as p join led as l on l.channel = p.channel
  where not p.is_campaign),
part as (
  select channel, campaign, dimension, segment, owner_id, sum(leads)::bigint as leads from borne group by channel, campaign, dimension, segment, owner_id),
channel_part as (
  select channel, campaign, led_by, owner_id, sum(leads)::bigint as leads from borne where dimension = 'all' group by channel, campaign, led_by, owner_id)
select p.channel, p.campaign, d.dimension, coalesce(l.segment, case d.dimension when 'all' then 'all' else '(unknown)' end) as segment, coalesce(l.owner_id, '(unknown)') as owner_id,
  coalesce(l.leads, 1) as leads, case when l.leads is null then 1 else (sum(case when d.dimension = 'all' then l.leads end) over (partition by p.channel, p.campaign))::bigint end as leads_in_all
from spent as p
cross join (select distinct dimension from core.account_segments where dimension <> 'channel') as d
left join part as l on l.channel is not distinct from p.channel and l.campaign is not distinct from p.campaign and l.dimension = d.dimension
union all
select p.channel, p.campaign, 'channel', coalesce(p.channel, l.led_by, '(unknown)'), coalesce(l.owner_id, '(unknown)'),
  coalesce(l.leads, 1), coalesce((sum(l.leads) over (partition by p.channel, p.campaign))::bigint, 1)
from spent as p
left join channel_part as l on l.channel is not distinct from p.channel and l.campaign is not distinct from p.campaign
