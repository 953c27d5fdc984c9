-- grain: one customer that bought a family on two days or more, and the usual time between them
-- key: account_id, family
-- shards: per_customer.family_purchases
select account_id, family, percentile_cont(0.5) within group (order by (sold_at - before_at)::double precision)::numeric(18, 6) as usual_gap
from per_customer.family_purchases
where before_at is not null
group by account_id, family
