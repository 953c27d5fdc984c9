-- label_en: deliveries, by the day they were promised for
-- label_fr: livraisons, au jour promis
select g.dimension, g.segment, f.promised_at as day, f.sale_id as id, coalesce(a.name, f.account_id) as account, f.delivered_at, f.days_late, f.is_late
from core.deliveries as f
cross join core.run as r
join core.sale_segments as g on g.id = f.sale_id
left join core.accounts as a on a.account_id = f.account_id
where f.promised_at <= r.as_of
