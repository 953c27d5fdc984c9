-- position: 79
-- theme: value
-- unit: count
-- kind: index
-- direction: down
-- needs: sales, orders.cost, marketing_spend
-- label_en: Months to repay the acquisition cost
-- label_fr: Mois pour rembourser le coût d’acquisition
-- formula_en: 12 × acquisition cost of a customer / margin per active customer over twelve months; not recovered where the margin is zero or less
-- formula_fr: 12 × coût d’acquisition d’un client / marge par client actif sur douze mois ; non remboursé si la marge est nulle ou négative
-- excluded_en: orders without a cost
-- excluded_fr: commandes sans coût
-- numerator_rows: customer
select dimension, segment, null as owner_id, period, period_start, period_end,
  12 * cac as numerator, yearly_margin as denominator, round(case when yearly_margin > 0 then 12 * cac / yearly_margin end, 6) as value, customers as n, uncosted as excluded
from marts.customer_values
