-- position: 27
-- theme: value
-- unit: ratio
-- kind: index
-- direction: none
-- needs: sales, orders.cost, activities
-- label_en: Concentration of profit (Gini)
-- label_fr: Concentration de la rentabilité (Gini)
-- formula_en: 2 × Σ(rank × profit) / (n × Σ profit) − (n + 1) / n, smallest customer first; 0 = all equal, 1 = one has all; interval: by how much it changes with each customer left out, from five customers on; of few or very unequal ones it is too narrow
-- formula_fr: 2 × Σ(rang × montant) / (n × Σ montants) − (n + 1) / n, du plus petit au plus gros ; 0 = tous égaux, 1 = un seul a tout ; intervalle : d’après ce que change chaque client retiré, à partir de cinq clients ; trop étroit s’ils sont peu nombreux ou très inégaux
-- excluded_en: customers whose profit is zero or negative
-- excluded_fr: clients dont le montant est nul ou négatif
-- numerator_rows: customer where profit > 0
select c.dimension, c.segment, null as owner_id, p.period, p.period_start, p.period_end,
  gini(c.earning, c.ranked_total, c.total) as value, c.earning as n, c.customers - c.earning as excluded, c.gini_low as low, c.gini_high as high
from marts.concentrations as c join core.periods as p on p.period = 'all'
where c.measure = 'profit'
