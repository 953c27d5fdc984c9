-- position: 36
-- theme: keep
-- unit: amount
-- kind: sum
-- direction: down
-- needs: sales
-- label_en: Revenue at stake in drop-offs
-- label_fr: CA en jeu des décrochages
-- formula_en: revenue of the twelve months up to the last order, customers dropping off
-- formula_fr: CA des douze mois précédant la dernière commande, clients en décrochage
-- excluded_en: customers already lost, or with fewer than two gaps
-- excluded_fr: clients déjà perdus, ou ayant moins de deux écarts
-- numerator_rows: customer adding at_stake where dropped_off
select dimension, segment, owner_id, period, period_start, period_end,
  at_stake as numerator, dropped_off as n, customers - judged as excluded
from marts.customer_cells
