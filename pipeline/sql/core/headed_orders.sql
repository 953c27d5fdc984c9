-- grain: one order of several lines that tells its amount on one of them, the others having a price and a quantity
-- key: _file, id
-- So it is where nearly all orders of several lines of the file are like that: a lone blank amount is no such thing.
with open_line as (
  select distinct _file from staging.orders where amount is null and unit_price is not null and quantity is not null and id is not null),
several as (
  select _file, id, count(amount) = 1 and count(unit_price * quantity) = count(*) as is_headed
  from staging.orders where id is not null and _file in (from open_line)
  group by _file, id having count(*) > 1)
select _file, id from several
qualify is_headed and count(*) filter (where is_headed) over (partition by _file) * 20 >= count(*) over (partition by _file) * 19
