-- grain: one row: whether the folder's orders and its invoices are the same sales, and how much speaks for it
-- key: aside
-- The same: most invoices name an order of the folder; or, in the time that both cover, most have the customer and the amount of an order, or most customers come to the same total.
-- Then invoices are the sales, and orders of the days that invoices cover are set aside, unless analytics.yml says otherwise.
with span as (
  select min(day) filter (where side = 'orders') as orders_from, max(day) filter (where side = 'orders') as orders_to,
    min(day) filter (where side = 'invoices') as invoices_from, max(day) filter (where side = 'invoices') as invoices_to
  from core.order_documents),
common as (
  select d.* from core.order_documents as d cross join span as s
  where d.day between greatest(s.orders_from, s.invoices_from) - 45 and least(s.orders_to, s.invoices_to) + 45),
cell as (
  select account_id, amount, count(*) filter (where side = 'orders') as orders, count(*) filter (where side = 'invoices') as invoices from common group by all),
met as (
  select coalesce(sum(orders), 0) as orders, coalesce(sum(invoices), 0) as invoices, coalesce(sum(least(orders, invoices)) filter (where account_id is not null and amount <> 0), 0) as met from cell),
account as (
  select account_id, sum(amount) filter (where side = 'orders') as ordered, sum(amount) filter (where side = 'invoices') as invoiced from common where account_id is not null group by all),
alike as (
  select least(count(ordered), count(invoiced)) as accounts, count(*) filter (where ordered <> 0 and abs(ordered - invoiced) <= 0.02 * abs(ordered)) as alike from account),
named as (
  select count(*) filter (where side = 'invoices') as invoices,
    count(*) filter (where side = 'invoices' and order_ref in (select document_id from core.order_documents where side = 'orders')) as named
  from core.order_documents),
evidence as (
  select s.*, n.named, m.met, least(m.orders, m.invoices) as comparable, a.alike, a.accounts, n.invoices,
    n.named * 2 > n.invoices or m.met * 2 > comparable or (a.alike * 2 > a.accounts and a.accounts >= 3) as is_same
  from span as s cross join met as m cross join alike as a cross join named as n)
select e.*, case
    when g.sales_from = 'both' then null
    when g.sales_from = 'orders' then 'invoices'
    when g.sales_from = 'invoices' or e.is_same then 'orders' end as aside,
  g.sales_from is not null as is_told,
  case when aside = 'invoices' then e.orders_from else e.invoices_from end as aside_from,
  case when aside = 'invoices' then e.orders_to else e.invoices_to end as aside_to
from evidence as e cross join staging.arguments as g
where e.invoices > 0 and e.orders_from is not null
