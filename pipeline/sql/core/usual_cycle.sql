-- grain: one row; the median days from creation to win, by which spend precedes the customers that it brings
select coalesce(percentile_disc(0.5) within group (order by closed_at - created_at), 0)::int as days
from core.opportunities
where outcome = 'won' and closed_at >= created_at
