-- grain: one line of an order as the exports have it, whether they list orders, or orders and their lines apart
-- key: _file, _row
-- as: view
-- Lines stand for their order where it has no amount of its own, or where they add up to it to the cent a line.
with line as (
  select * replace (coalesce(amount, round(coalesce(quantity, 1)::decimal(20, 6) * unit_price::decimal(18, 4), 4)::decimal(18, 4)) as amount) from staging.order_lines),
summed as (
  select order_id, count(*) as lines, sum(amount) as amount from line group by order_id),
detailed as (
  select o.*, row_number() over (partition by o.id order by o._file desc, o._row desc) as place,
    coalesce(abs(sum(o.amount) over (partition by o.id) - s.amount) <= 0.01 * s.lines, true) as stands_by_lines
  from core.order_rows as o join summed as s on s.order_id = o.id)
select * replace (coalesce(cost, amount - profit) as cost) from core.order_rows where id is null or id not in (select order_id from summed)
union all by name
select * exclude (place, stands_by_lines) replace (coalesce(cost, amount - profit) as cost) from detailed where not stands_by_lines
union all by name
select d.* exclude (place, stands_by_lines, amount, cost, profit, product_id, product_name, product_family, _file, _row),
  l.amount, coalesce(l.cost, l.amount - l.profit) as cost, l.profit, coalesce(l.product_id, d.product_id) as product_id,
  coalesce(l.product_name, d.product_name) as product_name, coalesce(l.product_family, d.product_family) as product_family, l._file, l._row
from detailed as d join line as l on l.order_id = d.id
where d.stands_by_lines and d.place = 1
