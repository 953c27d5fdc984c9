-- position: 79
-- theme: value
-- unit: count
-- kind: index
-- direction: down
-- needs: sales, orders.cost, marketing_spend
-- label_en: Months to repay the acquisition cost
-- label_fr: Mois pour rembourser le coût d’acquisition
-- formula_en: 12 × acquisition cost of a customer / margin per active customer over twelve months; not recovered where the margin is zero or less; n: the fewer of active and new customers; interval: that of the number won, the margin taken as it is
-- formula_fr: 12 × coût d’acquisition d’un client / marge par client actif sur douze mois ; non remboursé si la marge est nulle ou négative ; n : le plus petit nombre, des clients actifs ou des nouveaux ; intervalle : celui du nombre de gagnés, la marge étant prise telle quelle
-- excluded_en: orders without a cost
-- excluded_fr: commandes sans coût
-- numerator_rows: customer
select dimension, segment, owner_id, period, period_start, period_end,
  12 * cac as numerator, yearly_margin as denominator, round(case when yearly_margin > 0 then 12 * cac / yearly_margin end, 6) as value, least(customers, coalesce(new_customers, 0)) as n, uncosted as excluded,
  case when yearly_margin > 0 then 12 * cac_low / yearly_margin end as low, case when yearly_margin > 0 then 12 * cac_high / yearly_margin end as high
from marts.customer_values
