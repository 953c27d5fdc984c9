-- label_en: prospects that look like a better niche, the first to see first
-- label_fr: prospects semblables à une meilleure niche, les premiers à voir d’abord
select g.dimension, g.segment, null::date as day, f.account_id as id, f.name as account, f.niches, f.alike_in, f.open_opportunities, f.open_amount, f.last_lost_at
from marts.niche_prospects as f
join core.account_segments as g on g.id = f.account_id
