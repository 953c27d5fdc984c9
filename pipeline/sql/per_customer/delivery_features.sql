-- grain: one customer at a cutoff, where the exports say when its orders were promised, delivered or paid; only facts up to the cutoff
-- key: account_id, cutoff
-- shards: per_customer.panel, core.orders
-- An order that is not delivered by the cutoff is late from the day after its promise on. One delivered before it was placed tells no delay; one paid before is paid at once.
with placed as (
  select order_id, account_id, min(ordered_at) as ordered_at, max(promised_at) as promised_at, max(paid_at) as paid_at,
    case when count(delivered_at) = count(*) then max(delivered_at) end as delivered_at
  from core.orders
  where account_id is not null and order_id in (select order_id from core.orders where promised_at is not null or delivered_at is not null or paid_at is not null)
  group by order_id, account_id),
known as (
  select p.account_id, p.cutoff, p.learnt_days, o.ordered_at, o.promised_at, p.cutoff - o.ordered_at as age,
    case when o.delivered_at <= p.cutoff then o.delivered_at end as delivered_at, case when o.paid_at <= p.cutoff then o.paid_at end as paid_at,
    v.tells_delivery
  from per_customer.panel as p
  cross join core.coverage as v
  join placed as o on o.account_id = p.account_id and o.ordered_at <= p.cutoff
  where o.promised_at is not null or o.delivered_at is not null or o.paid_at is not null),
judged as (
  select *, case when tells_delivery and (delivered_at is not null or promised_at < cutoff) then coalesce(delivered_at, cutoff) > promised_at end as is_late from known)
select
  account_id, cutoff,
  ratio(sum(delivered_at - ordered_at) filter (where delivered_at >= ordered_at), count(*) filter (where delivered_at >= ordered_at)) as delivery_days,
  ratio(sum(greatest(paid_at - ordered_at, 0)), count(paid_at)) as payment_days,
  ratio(count(*) filter (where is_late), count(is_late)) as late_share, count(*) filter (where is_late and age < learnt_days) as late_recent
from judged
group by account_id, cutoff
