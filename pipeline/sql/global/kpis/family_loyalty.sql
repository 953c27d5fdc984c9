-- position: 46
-- theme: keep
-- unit: ratio
-- kind: rate
-- direction: up
-- needs: sales, products
-- label_en: Loyalty by product family
-- label_fr: Fidélité par famille de produits
-- formula_en: customers that bought the family again within its usual gap (upper quartile of its customers’ own median gaps) / customers that bought it in the period, by their first purchase in it; a customer counts once per family
-- formula_fr: clients ayant racheté la famille dans son délai habituel (quartile supérieur des délais médians de ses clients) / clients l’ayant achetée dans la période, depuis leur premier achat dans celle-ci ; un client compte une fois par famille
-- excluded_en: customers whose usual gap is not over at the as-of date
-- excluded_fr: clients dont le délai habituel n’est pas écoulé à la date d’arrêté
-- numerator_rows: family_purchase where next_at is not null
-- denominator_rows: family_purchase
select c.dimension, c.segment, null as owner_id, p.period, p.period_start, p.period_end,
  c.rebought as numerator, c.judged as denominator, c.judged as n, c.waiting as excluded
from parts.loyalty_cells as c
join core.periods as p on p.period = c.period and (p.period_start = c.day_from or c.period = 'all')
