-- grain: one level of the last answer that a customer gave while it was one, and how many were lost after it (an association, not a proof)
-- key: answer
select answer, count(*) as customers, count(*) filter (where is_lost) as lost, ratio(count(*) filter (where is_lost), count(*)) as share_lost,
  wilson_low(count(*) filter (where is_lost), count(*)) as low, wilson_high(count(*) filter (where is_lost), count(*)) as high
from marts.last_answers
group by answer
