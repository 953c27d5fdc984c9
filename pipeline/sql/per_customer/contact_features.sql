-- grain: one customer at a cutoff, where the exports have activities, quotes or opportunities of it; only facts up to the cutoff
-- key: account_id, cutoff
-- shards: per_customer.panel, core.activities, core.quotes, core.opportunities
with fact as (
  select account_id, acted_at as day, kind, owner_id, reached from core.activities where account_id is not null
  union all
  select account_id, sent_at, 'quote', owner_id, null from core.quotes where account_id is not null
  union all
  select account_id, created_at, 'opportunity', owner_id, null from core.opportunities where account_id is not null
  union all
  select account_id, closed_at, outcome, owner_id, null from core.opportunities where account_id is not null and outcome <> 'open'),
known as (
  select p.account_id, p.cutoff, p.cutoff - f.day as age, f.kind, f.owner_id, f.reached, p.learnt_days,
    max(f.day) filter (where f.kind in ('call', 'email', 'meeting', 'visit', 'other')) over (partition by p.account_id, p.cutoff) as last_contact
  from per_customer.panel as p join fact as f on f.account_id = p.account_id and f.day <= p.cutoff)
select
  account_id, cutoff, (cutoff - max(last_contact))::int as days_since_contact,
  count(*) filter (where kind = 'call' and age < learnt_days) as calls_recent,
  count(*) filter (where kind = 'email' and age < learnt_days) as emails_recent,
  count(*) filter (where kind in ('meeting', 'visit') and age < learnt_days) as visits_recent,
  ratio(count(*) filter (where reached and age < 2 * learnt_days), count(reached) filter (where age < 2 * learnt_days)) as reached_share,
  count(distinct owner_id) filter (where owner_id <> '(unknown)' and age < 2 * learnt_days) as owners_recent,
  count(*) filter (where kind = 'quote' and age < learnt_days) as quotes_recent,
  greatest(count(*) filter (where kind = 'opportunity') - count(*) filter (where kind in ('won', 'lost')), 0) as opportunities_open,
  count(*) filter (where kind = 'lost' and age < 2 * learnt_days) as opportunities_lost
from known
group by account_id, cutoff
