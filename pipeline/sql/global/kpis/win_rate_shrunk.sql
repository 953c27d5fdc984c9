-- position: 115
-- theme: team
-- unit: ratio
-- kind: index
-- direction: up
-- needs: opportunities
-- label_en: Win rate of an owner in a segment, drawn to the segment’s
-- label_fr: Taux de transformation d’un commercial dans un segment, tiré vers celui du segment
-- formula_en: (won + 10 × the segment’s win rate) / (won + lost + 10), over all the data, by owner: few closed opportunities move it little; the interval is that of won / (won + lost). Ask by a dimension, with --owner for one salesperson
-- formula_fr: (gagnées + 10 × taux du segment) / (gagnées + perdues + 10), sur toutes les données, par commercial : peu d’opportunités closes l’écartent peu ; l’intervalle est celui de gagnées / (gagnées + perdues). À demander par dimension, avec --owner pour un seul commercial
-- excluded_en: closed opportunities without a close date
-- excluded_fr: opportunités closes sans date de clôture
-- numerator_rows: opportunity_closed where outcome = 'won'
-- denominator_rows: opportunity_closed where outcome <> 'open'
select o.dimension, o.segment, o.owner_id, p.period, p.period_start, p.period_end,
  o.won as numerator, o.closed as denominator, o.win_rate_shrunk as value, o.closed as n, c.closed_undated as excluded, o.low, o.high
from marts.owner_segments as o
join parts.opportunity_periods as c on c.dimension = o.dimension and c.segment = o.segment and c.owner_id = o.owner_id and c.period = 'all'
join core.periods as p on p.period = 'all'
union all
-- All owners together are the segment itself: nothing is drawn anywhere.
select c.dimension, c.segment, null, c.period, c.period_start, c.period_end,
  c.won, c.won + c.lost, ratio(c.won, c.won + c.lost), c.won + c.lost, c.closed_undated, wilson_low(c.won, c.won + c.lost), wilson_high(c.won, c.won + c.lost)
from parts.opportunity_periods as c
where c.owner_id is null and c.period = 'all' and (c.dimension = 'all' or c.dimension in (select dimension from marts.owner_segments))
