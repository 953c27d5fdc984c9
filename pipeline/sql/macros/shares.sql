-- Ten thousandths as an amount, to the digit.
create macro in_units(ten_thousandths) as
  ((ten_thousandths // 10000)::decimal(18, 4) + (ten_thousandths % 10000)::decimal(18, 4) * 0.0001)::decimal(18, 4);

-- Shares a total out in proportion to weights of one sign, in whole cents where it is one of whole cents, else in ten thousandths. Each share is rounded down, and what is
-- left goes, a unit each, to the largest remainders (Hamilton's method; Balinski and Young 1982, chapter 3), the first line first. facts: (order_id, measure, _file, _row, total, weight).
create macro shared_out(facts) as table
  with counted as (
    select *, (abs(total) * 10000)::hugeint as whole, (abs(weight) * 10000)::hugeint as part from query_table(facts)),
  divided as (
    select *, case when whole % 100 = 0 then 100 else 1 end as unit, sum(part) over (partition by order_id, measure)::hugeint as parts from counted),
  floored as (
    select *, (whole // unit) * part // parts as units, (whole // unit) * part % parts as remainder from divided),
  placed as (
    select *, whole // unit - sum(units) over (partition by order_id, measure)::hugeint as units_left,
      row_number() over (partition by order_id, measure order by remainder desc, _file, _row) as place
    from floored)
  select order_id, measure, _file, _row, (sign(total) * in_units(unit * (units + (place <= units_left)::int)))::decimal(18, 4) as share
  from placed;
