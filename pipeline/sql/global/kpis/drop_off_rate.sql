-- position: 35
-- theme: keep
-- unit: ratio
-- kind: rate
-- direction: down
-- needs: sales
-- label_en: Customers dropping off
-- label_fr: Clients en décrochage
-- formula_en: customers silent for longer than 95 in 100 of the gaps that their own rhythm predicts / customers not yet lost with at least two gaps between orders
-- formula_fr: clients silencieux plus longtemps que 95 % des écarts que prédit leur propre rythme / clients non perdus ayant au moins deux écarts entre commandes
-- excluded_en: customers already lost, or with fewer than two gaps
-- excluded_fr: clients déjà perdus, ou ayant moins de deux écarts
-- numerator_rows: customer where dropped_off
-- denominator_rows: customer where silence_limit is not null and lost_at is null
select dimension, segment, owner_id, period, period_start, period_end,
  dropped_off as numerator, judged as denominator, judged as n, customers - judged as excluded
from marts.customer_cells
