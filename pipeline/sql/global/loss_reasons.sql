-- grain: one recorded reason for losing opportunities
-- key: reason
select coalesce(loss_reason, '(unknown)') as reason, count(*) as lost, sum(amount) as amount,
  ratio(count(*), sum(count(*)) over ()) as share
from core.opportunities where outcome = 'lost'
group by coalesce(loss_reason, '(unknown)')
