-- grain: one thing that changed between the year before a customer's last order and its loss, and how often it also did for customers that stayed (an association, not a proof)
-- key: change
-- An order delivered late; another owner on its orders than before; a complaint; a unit of a product that costs it 2 % more than the time before.
with outcome as (
  select c.account_id, c.lost_at is not null as is_lost, c.last_order - 365 as since, coalesce(c.lost_at, r.as_of) as until from marts.customers as c cross join core.run as r),
handed as (
  select account_id, sold_at, owner_id <> lag(owner_id) over (partition by account_id order by sold_at, sale_id) as is_other
  from core.sales where account_id is not null and owner_id <> '(unknown)' and amount > 0),
priced as (
  select account_id, day, price >= 1.02 * lag(price) over (partition by account_id, product_id order by day) as is_higher from core.prices_paid),
event as (
  select account_id, 'late_delivery' as change, promised_at as day from core.deliveries where is_late
  union all
  select account_id, 'owner_change', sold_at from handed where is_other
  union all
  select account_id, 'complaint', made_at from core.complaints
  union all
  select account_id, 'price_rise', day from priced where is_higher),
changed as (
  select distinct o.account_id, e.change
  from outcome as o join event as e on e.account_id = o.account_id and e.day > o.since and e.day <= o.until),
label(change, label_en, label_fr) as (values
  ('late_delivery', 'a delivery after the day promised', 'une livraison après le jour promis'),
  ('owner_change', 'another owner took over', 'un changement de commercial'),
  ('complaint', 'a complaint', 'une réclamation'),
  ('price_rise', 'a product at a price 2% or more above its last', 'un produit payé 2 % ou plus au-dessus de son dernier prix')),
counted as (
  select l.*, count(*) filter (where o.is_lost and c.account_id is not null) as lost_with, count(*) filter (where o.is_lost) as lost,
    count(*) filter (where not o.is_lost and c.account_id is not null) as kept_with, count(*) filter (where not o.is_lost) as kept
  from (from label where change in (select distinct change from event)) as l
  cross join outcome as o
  left join changed as c on c.account_id = o.account_id and c.change = l.change
  group by all)
select *, ratio(lost_with, lost) as share_of_lost, ratio(kept_with, kept) as share_of_kept,
  wilson_low(lost_with, lost) as low_of_lost, wilson_high(lost_with, lost) as high_of_lost,
  wilson_low(kept_with, kept) as low_of_kept, wilson_high(kept_with, kept) as high_of_kept,
  wilson_low(lost_with, lost) > wilson_high(kept_with, kept) as is_more_than_noise
from counted
