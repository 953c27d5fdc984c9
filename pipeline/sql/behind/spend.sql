-- label_en: marketing spend, its part that falls on the segment by its leads
-- label_fr: dépenses marketing, leur part qui revient au segment selon ses pistes
select s.dimension, s.segment, m.spent_at as day, m._file || ' ' || m._row as id, m.channel, m.campaign, m.amount as whole_amount, s.leads, s.leads_in_all, (m.amount * s.leads)::numeric(38, 10) / s.leads_in_all as amount
from core.marketing_spend as m
join (
  select channel, campaign, dimension, segment, sum(leads)::bigint as leads, any_value(leads_in_all) as leads_in_all from core.spend_shares group by channel, campaign, dimension, segment) as s
  on s.channel is not distinct from m.channel and s.campaign is not distinct from m.campaign
