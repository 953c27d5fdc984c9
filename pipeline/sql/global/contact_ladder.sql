-- grain: one number of contacts: how many opportunities were won after it, and how many were given up at it
-- key: contacts
with counted as (
  select contacts, count(*) filter (where outcome = 'won') as won, count(*) filter (where outcome = 'lost') as lost
  from core.deal_contacts where exists (from core.activities) group by contacts)
select contacts, won, lost,
  ratio(sum(won) over w, sum(won) over ()) as won_so_far, ratio(sum(lost) over w, sum(lost) over ()) as stopped_so_far,
  ratio(won, won + lost) as win_rate, wilson_low(won, won + lost) as low, wilson_high(won, won + lost) as high
from counted
window w as (order by contacts)
