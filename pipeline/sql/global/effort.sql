-- grain: one segment, ranked by the margin that a euro of effort is expected to bring; those of under ten customers, or of which under ten were won in the year, last
-- key: dimension, segment
-- The yield's interval takes in both chances of marts.customer_values at once: who stays, and how many were won.
with measured as (
  select v.dimension, v.segment, v.customers, case when count(v.cac) over () > 0 then v.new_customers end as new_customers, v.yearly_margin, v.retention, v.cac,
    ratio(o.won, o.won + o.lost) as win_rate, ratio(o.won_days, o.won_cycles) as cycle_days, ratio(s.ordered, s.orders) as basket,
    v.lifetime_value,
    value_per_cost_low(v.lifetime_value_low, v.cac_low, v.cac_high) as margin_per_euro_low,
    value_per_cost_high(v.lifetime_value_high, v.cac_low, v.cac_high) as margin_per_euro_high
  from marts.customer_values as v
  left join parts.opportunity_periods as o on o.dimension = v.dimension and o.segment = v.segment and o.period = 'ttm' and o.owner_id is null
  left join parts.sale_periods as s on s.dimension = v.dimension and s.segment = v.segment and s.period = 'ttm' and s.owner_id is null
  where v.owner_id is null and v.dimension not in ('rfm', 'quadrant', 'order_kind', 'owner', 'manager', 'team', 'tag') and v.segment <> '(unknown)'),
base as (
  select win_rate as usual_win_rate, basket as usual_basket from measured where dimension = 'all')
select m.*, ratio(m.lifetime_value, m.cac) as margin_per_euro,
  row_number() over (partition by m.dimension order by least(m.customers, m.new_customers) < 10, ratio(m.lifetime_value, m.cac) desc nulls last, m.cycle_days nulls last, m.segment) as rank,
  case
    when m.basket < b.usual_basket and m.win_rate > b.usual_win_rate then 'inside sales'
    when m.basket > b.usual_basket and m.win_rate < b.usual_win_rate then 'campaign'
  end as advice
from measured as m cross join base as b
where m.dimension <> 'all'
