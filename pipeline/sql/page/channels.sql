-- grain: one acquisition channel by the number that the page's facts hold; 0 stands for an unknown one
-- key: channel
with named as (
  select channel as name from core.accounts
  union
  select channel from core.leads
  union
  select channel from core.opportunities
  union
  select channel from core.marketing_spend)
select row_number() over (order by name) as channel, name from named where name is not null
union all
select 0, null
