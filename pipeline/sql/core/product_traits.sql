-- grain: one product, with the family that orders and opportunities name: the latest word
-- key: product_id
with said as (
  select product_id, product_name, product_family, ordered_at as day, _file, _row from core.order_entries
  union all
  select product_id, product_name, product_family, created_at, _file, _row from staging.opportunities)
select l.id as product_id, arg_max(s.product_family, (s.day, s._file, s._row)) as family
from said as s
join core.product_links as l
  on l.mentioned_id is not distinct from s.product_id and l.mentioned_name is not distinct from product_called(s.product_id, s.product_name, s.product_family)
where s.product_family is not null
group by l.id
