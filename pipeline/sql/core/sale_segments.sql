-- grain: one sale under one dimension, one of several products under each of them and of their families
-- as: view
select s.id, l.dimension, l.segment
from (select sale_id as id, unnest(account_labels || owner_labels || fact_labels || product_labels) as label from core.labelled_sales) as s
join core.labels as l on l.label = s.label
