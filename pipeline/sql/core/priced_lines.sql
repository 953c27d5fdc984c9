-- grain: one line of an order that is a list of its own, with its amount
-- key: _file, _row
-- as: view
select * replace (coalesce(amount, round(coalesce(quantity, 1)::decimal(20, 6) * unit_price::decimal(18, 4), 4)::decimal(18, 4)) as amount) from staging.order_lines
