-- grain: one campaign that money was spent on and that leads name, by the number that the page's facts hold
-- key: campaign
select row_number() over (order by name) as campaign, name
from (select campaign as name from core.marketing_spend intersect select campaign from core.leads)
where name is not null
