-- label_en: leads, by the day they were detected
-- label_fr: pistes, au jour de leur détection
select g.dimension, g.segment, f.detected_at as day, f.lead_id as id, coalesce(a.name, l.account_id) as account, l.channel, f.contacted_at, round(hours_of(f.seconds_waited), 2) as hours_to_contact, f.is_mature, f.is_converted
from core.lead_outcomes as f
join core.lead_segments as g on g.id = f.lead_id
join core.leads as l on l.lead_id = f.lead_id
left join core.accounts as a on a.account_id = l.account_id
