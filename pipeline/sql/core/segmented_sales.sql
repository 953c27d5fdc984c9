-- grain: one sale under one segment of a dimension, with the part of its amount and cost that counts there
-- as: view
-- A sale of several products counts in each, and in each of their families, with what their lines bring; all parts of a dimension are the whole.
select s.* replace (f.amount as amount, f.cost as cost), l.dimension, l.segment
from (select sale_id, amount, cost, unnest(account_labels || owner_labels || fact_labels || product_labels) as label from core.labelled_sales) as f
join core.labels as l on l.label = f.label
join core.sales as s on s.sale_id = f.sale_id
