-- label_en: sales (orders, invoices and credit notes, or won opportunities)
-- label_fr: ventes (commandes, factures et avoirs, ou opportunités gagnées)
select g.dimension, g.segment, f.sold_at as day, f.sale_id as id, coalesce(a.name, f.account_id) as account, o.name as owner, f.kind, f.amount, f.cost, f.account_id,
  exists (from per_customer.new_families as n where n.sale_id = f.sale_id) as is_cross_sold
from core.sales as f
join core.sale_segments as g on g.id = f.sale_id
left join core.accounts as a on a.account_id = f.account_id
left join core.owners as o on o.owner_id = f.owner_id
