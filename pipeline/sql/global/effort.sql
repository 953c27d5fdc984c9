-- grain: one segment, ranked by the margin that a euro of effort is expected to bring
-- key: dimension, segment
-- The yield's interval takes in the chance of who stays (Wilson) and of how many were won (Byar), both at once; the margin of a year is taken as it is.
with measured as (
  select v.dimension, v.segment, v.customers, v.yearly_margin, v.retention, v.cac,
    ratio(o.won, o.won + o.lost) as win_rate, ratio(o.won_days, o.won_cycles) as cycle_days, ratio(s.ordered, s.orders) as basket,
    value_over_three_years(v.yearly_margin, v.retention) as lifetime_value,
    ratio(value_over_three_years(v.yearly_margin, v.retention_low), v.cac_high) as margin_per_euro_low,
    ratio(value_over_three_years(v.yearly_margin, v.retention_high), v.cac_low) as margin_per_euro_high
  from marts.customer_values as v
  left join parts.opportunity_periods as o on o.dimension = v.dimension and o.segment = v.segment and o.period = 'ttm' and o.owner_id is null
  left join parts.sale_periods as s on s.dimension = v.dimension and s.segment = v.segment and s.period = 'ttm' and s.owner_id is null
  where v.dimension not in ('rfm', 'quadrant', 'order_kind', 'owner', 'manager', 'team', 'tag') and v.segment <> '(unknown)'),
base as (
  select win_rate as usual_win_rate, basket as usual_basket from measured where dimension = 'all')
select m.*, ratio(m.lifetime_value, m.cac) as margin_per_euro,
  row_number() over (partition by m.dimension order by ratio(m.lifetime_value, m.cac) desc nulls last, m.cycle_days nulls last, m.segment) as rank,
  case
    when m.basket < b.usual_basket and m.win_rate > b.usual_win_rate then 'inside sales'
    when m.basket > b.usual_basket and m.win_rate < b.usual_win_rate then 'campaign'
  end as advice
from measured as m cross join base as b
where m.dimension <> 'all'
