-- grain: one opportunity, in numbers
-- key: position
-- flags: 1 won, 2 lost, 4 open, 8 its amount is above zero, 16 its account had bought before, 32 it was closed on a day that its file does not tell of any; contacts: -1 where its account or its dates are not known; reason: why it was lost
select row_number() over (order by c.account, o.created_at, o.opportunity_id) as position,
  c.account, page_day(o.created_at, r.first_day) as created, page_day(o.closed_at, r.first_day) as closed,
  c.owner, c.product, c.channel, page_amount(o.amount) as amount, coalesce(d.contacts, -1) as contacts,
  case o.outcome when 'won' then 1 when 'lost' then 2 else 4 end + case when o.amount > 0 then 8 else 0 end + case when b.first_sale < o.created_at then 16 else 0 end + case when o.ends_unknown then 32 else 0 end as flags,
  coalesce(w.reason, 0) as reason
from core.opportunities as o
cross join page.run as r
join coded('core.opportunity_facts') as c on c.id = o.opportunity_id
left join (select account_id, min(sold_at) as first_sale from core.sales group by account_id) as b on b.account_id = o.account_id
left join core.deal_contacts as d on d.opportunity_id = o.opportunity_id
left join page.loss_reasons as w on w.name = o.loss_reason and o.outcome = 'lost'
-- reads core.opportunity_facts, core.accounts, page.accounts, page.owners, page.products, page.channels, page.kinds through the macro
