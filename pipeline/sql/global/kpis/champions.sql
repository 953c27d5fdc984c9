-- position: 111
-- theme: value
-- unit: ratio
-- kind: rate
-- direction: up
-- needs: sales
-- label_en: Champions (RFM)
-- label_fr: Clients champions (RFM)
-- formula_en: customers that bought lately (recency 4 or 5 of 5) and often and much (frequency and monetary marks of 8 or more in all) / customers so far; the other RFM segments: --by rfm
-- formula_fr: clients qui ont acheté récemment (récence 4 ou 5 sur 5), souvent et beaucoup (fréquence et montant de 8 ou plus ensemble) / clients depuis l’origine ; les autres segments RFM : --by rfm
-- excluded_en: 
-- excluded_fr: 
-- numerator_rows: customer where rfm = 'champions'
-- denominator_rows: customer
select dimension, segment, owner_id, period, period_start, period_end,
  champions as numerator, customers as denominator, customers as n, 0 as excluded
from marts.customer_cells
