-- grain: one file of orders in lines that repeats the order's whole amount on each of them
-- key: _file
-- So it is where nearly all orders of several lines bear one amount on all, these amounts differ from order to order, and they are not quantity times price.
with told as (
  select file from staging.columns where table_name = 'orders' and column_name in ('product_id', 'product_name', 'quantity', 'unit_price')),
several as (
  select _file, id, min(amount) as low, max(amount) as high, count(*) filter (where abs(quantity * unit_price - amount) <= 0.01) * 2 > count(*) as multiplies
  from staging.orders where id is not null and amount <> 0 and _file in (select file from told)
  group by _file, id having count(*) > 1)
select _file, count(*) as orders from several
group by _file
having count(*) >= 3 and count(*) filter (where low = high and not multiplies) * 20 >= count(*) * 19 and count(distinct low) * 2 > count(*)
