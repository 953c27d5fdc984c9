-- label_en: sales (orders, invoices and credit notes, or won opportunities)
-- label_fr: ventes (commandes, factures et avoirs, ou opportunités gagnées)
select f.dimension, f.segment, f.sold_at as day, f.sale_id as id, coalesce(a.name, f.account_id) as account, o.name as owner, f.kind, f.amount, f.cost, f.account_id, n.amount as cross_sold
from core.segmented_sales as f
left join per_customer.new_families as n
  on n.sale_id = f.sale_id and n.dimension = case when f.dimension in ('product', 'family') then f.dimension else 'all' end
  and n.segment = case when f.dimension in ('product', 'family') then f.segment else 'all' end
left join core.accounts as a on a.account_id = f.account_id
left join core.owners as o on o.owner_id = f.owner_id
