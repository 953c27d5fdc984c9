-- The median of x per dimension, segment, owner (and all of them) and period, with the 95 % interval that order statistics give
-- (ranks n/2 ± 0.98 √n; Conover 1999, section 3.2).  facts: (x, owner_id, day, dimension, segment).
create macro medians_of(facts) as table
  with placed as not materialized (
    select f.x::double as x, f.owner_id, f.dimension, f.segment, p.period, p.period_start, p.period_end
    from query_table(facts) as f
    cross join core.run as r
    -- The month is said besides, for a hash join: without it the engine pairs every fact with every slice.
    join core.period_slices as p on date_trunc('month', p.slice_start) = date_trunc('month', f.day) and p.slice_start = slice_of(f.day, r.ttm_start)),
  everyone as (
    select dimension, segment, period, period_start, period_end, count(*) as n, list_sort(list(x)) as xs
    from placed group by dimension, segment, period, period_start, period_end),
  -- Of facts that all are one owner's nothing is sorted twice.
  owners as (
    select count(distinct owner_id) + count_if(owner_id is null) as owners, min(owner_id) as only_owner from query_table(facts)),
  grouped as (
    select dimension, segment, null::varchar as owner_id, period, period_start, period_end, n, xs from everyone
    union all
    select e.dimension, e.segment, o.only_owner, e.period, e.period_start, e.period_end, e.n, e.xs
    from everyone as e join owners as o on o.owners = 1
    where e.dimension = 'all' or e.period in ('all', 'ttm', 'year')
    union all
    -- One owner's month or quarter in one segment is not kept.
    select p.dimension, p.segment, p.owner_id, p.period, p.period_start, p.period_end, count(*), list_sort(list(p.x))
    from placed as p
    where (select owners from owners) > 1 and (p.dimension = 'all' or p.period in ('all', 'ttm', 'year'))
    group by p.dimension, p.segment, p.owner_id, p.period, p.period_start, p.period_end)
  select dimension, segment, owner_id, period, period_start, period_end, n, 0 as excluded,
    round((xs[(n + 1) // 2] + xs[n // 2 + 1]) / 2, 6) as value,
    case when n >= 6 then xs[greatest(floor(n / 2 - 0.98 * sqrt(n)), 1)::int] end as low,
    case when n >= 6 then xs[least(ceil(n / 2 + 0.98 * sqrt(n)) + 1, n)::int] end as high
  from grouped;
