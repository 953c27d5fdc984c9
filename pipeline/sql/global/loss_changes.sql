-- grain: one thing that changed between the year before a customer's last order and its loss, and how often it also did for customers that stayed (an association, not a proof)
-- key: change
with label(change, label_en, label_fr) as (values
  ('late_delivery', 'a delivery after the day promised', 'une livraison après le jour promis'),
  ('owner_change', 'another owner took over', 'un changement de commercial'),
  ('complaint', 'a complaint', 'une réclamation'),
  ('price_rise', 'a product at a price 2% or more above its last', 'un produit payé 2 % ou plus au-dessus de son dernier prix')),
changed as (
  select e.change, count(*) filter (where e.is_before and c.lost_at is not null) as lost_with, count(*) filter (where e.is_before and c.lost_at is null) as kept_with
  from marts.account_changes as e left join marts.customers as c on c.account_id = e.account_id
  group by e.change),
counted as (
  select l.*, e.lost_with, o.lost, e.kept_with, o.kept
  from label as l
  join changed as e on e.change = l.change
  cross join (select count(lost_at) as lost, count(*) - count(lost_at) as kept from marts.customers having count(*) > 0) as o)
select *, ratio(lost_with, lost) as share_of_lost, ratio(kept_with, kept) as share_of_kept,
  wilson_low(lost_with, lost) as low_of_lost, wilson_high(lost_with, lost) as high_of_lost,
  wilson_low(kept_with, kept) as low_of_kept, wilson_high(kept_with, kept) as high_of_kept,
  wilson_low(lost_with, lost) > wilson_high(kept_with, kept) as is_more_than_noise
from counted
