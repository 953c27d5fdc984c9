-- grain: one tag of an account; beyond the thirty that most accounts bear, all count as the others
-- key: account_id, tag
with borne as (
  select distinct account_id, trim(unnest(string_split(tags, ';'))) as tag from core.accounts where tags is not null),
often as (
  select tag from borne where tag <> '' group by tag
  qualify row_number() over (order by count(*) desc, tag) <= 30)
select distinct b.account_id, case when o.tag is null then '(other)' else b.tag end as tag
from borne as b left join often as o on o.tag = b.tag
where b.tag <> ''
