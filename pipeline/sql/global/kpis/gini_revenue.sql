-- position: 25
-- theme: value
-- unit: ratio
-- kind: index
-- direction: none
-- needs: sales
-- label_en: Concentration of revenue (Gini)
-- label_fr: Concentration du CA (Gini)
-- formula_en: 2 × Σ(rank × revenue) / (n × Σ revenue) − (n + 1) / n, smallest customer first; 0 = all equal, 1 = one has all
-- formula_fr: 2 × Σ(rang × montant) / (n × Σ montants) − (n + 1) / n, du plus petit au plus gros ; 0 = tous égaux, 1 = un seul a tout
-- excluded_en: customers whose revenue is zero or negative
-- excluded_fr: clients dont le montant est nul ou négatif
-- numerator_rows: customer where revenue > 0
select 'all' as dimension, 'all' as segment, null as owner_id, p.period, p.period_start, p.period_end,
  gini(count(*) filter (where c.amount > 0), sum((c.earning - c.rank + 1) * c.amount) filter (where c.amount > 0), sum(c.amount) filter (where c.amount > 0)) as value,
  count(*) filter (where c.amount > 0) as n, count(*) filter (where c.amount <= 0) as excluded
from marts.customer_amounts as c join core.periods as p on p.period = 'all'
where c.measure = 'revenue'
group by all
