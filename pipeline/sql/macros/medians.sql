-- The bin that a value is counted in until its rank is asked for: the same or a later one for every greater value, since square roots are rounded correctly (IEEE 754).
create macro rank_bin(x) as floor(32 * sqrt(sqrt(abs(x))))::int * sign(x)::int;

-- The ranks that bound the median's 95 % interval, n/2 ± 0.98 √n (Conover 1999, section 3.2); of less than six values, the ranks of the median alone.
create macro low_rank(n) as case when n >= 6 then greatest(floor(n / 2 - 0.98 * sqrt(n)), 1)::bigint else (n + 1) // 2 end;
create macro high_rank(n) as case when n >= 6 then least(ceil(n / 2 + 0.98 * sqrt(n)) + 1, n)::bigint else n // 2 + 1 end;

-- Each fact in the cells that hold it: its labels, all owners (0) or its own, and the slice of time. One owner's month or quarter in one segment is not kept:
-- of these, time is cut into longer slices.  facts: (x, bin, owner, slice, long_slice, labels).
create macro cells_of(facts) as table
  select unnest(labels) as label, 0 as owner, slice, bin, x from query_table(facts)
  union all
  from (select unnest(labels) as label, owner, long_slice, bin, x from query_table(facts) where owner is not null) where label <> 0
  union all
  select 0, owner, slice, bin, x from query_table(facts) where owner is not null and list_contains(labels, 0);

-- The median of x per dimension, segment, owner (and all of them) and period, with its 95 % interval; exact, though only the bins that its ranks lie in are
-- sorted.  facts: (x, owner_id, day, labels).
create macro medians_of(facts) as table
  with times as materialized (
    select row_number() over ()::int as time, period, period_start, period_end from (select distinct period, period_start, period_end from core.period_slices)),
  slices as materialized (
    select slice_start, row_number() over (order by slice_start)::int as slice,
      -(dense_rank() over (order by greatest(date_trunc('year', slice_start), case when slice_start >= ttm_start then ttm_start end)))::int as long_slice
    from (select distinct slice_start from core.period_slices where slice_start is not null) cross join core.run),
  periods as materialized (
    select distinct unnest(case when t.period in ('all', 'ttm', 'year') then [s.slice, s.long_slice] else [s.slice] end) as slice, t.time
    from core.period_slices as p
    join slices as s on s.slice_start = p.slice_start
    join times as t on t.period = p.period and t.period_start = p.period_start),
  owners as materialized (
    select row_number() over ()::int as owner, owner_id from (select distinct owner_id from query_table(facts)) where owner_id is not null),
  -- Most medians lie where that of all facts does: away from it, a tenth of the facts is one bin.
  shares as (
    select bin, floor(10 * (sum(n) over (order by bin) - n) / sum(n) over ())::int as tenth
    from (select rank_bin(x::double) as bin, count(*) as n from query_table(facts) group by bin)),
  bins as materialized (
    select bin as fine_bin, case when tenth between 3 and 6 then bin else min(bin) over (partition by tenth) end as bin from shares),
  dated as not materialized (
    select f.x::double as x, rank_bin(f.x::double) as bin, f.owner_id, slice_of(f.day, r.ttm_start) as slice_start, f.labels from query_table(facts) as f cross join core.run as r),
  fact as not materialized (
    select f.x, b.bin, o.owner, s.slice, s.long_slice, f.labels
    from dated as f
    join slices as s on s.slice_start = f.slice_start
    join bins as b on b.fine_bin = f.bin
    left join owners as o on o.owner_id = f.owner_id),
  counted as (
    select c.label, c.owner, p.time, c.bin, sum(c.n)::bigint as n
    from (select label, owner, slice, bin, count(*) as n from cells_of(fact) group by label, owner, slice, bin) as c
    join periods as p on p.slice = c.slice
    group by c.label, c.owner, p.time, c.bin),
  running as (
    select *, (sum(n) over (together order by bin rows unbounded preceding))::bigint as through, (sum(n) over together)::bigint as total
    from counted window together as (partition by label, owner, time)),
  wanted as materialized (
    select label, owner, time, bin, total as n, through - n as below, through from running
    where low_rank(total) between through - n + 1 and through or (total + 1) // 2 between through - n + 1 and through
      or total // 2 + 1 between through - n + 1 and through or high_rank(total) between through - n + 1 and through),
  looked_at as materialized (
    select w.*, p.slice from wanted as w join periods as p on p.time = w.time),
  near as not materialized (
    from fact where bin in (select distinct bin from wanted)),
  gathered as (
    select w.label, w.owner, w.time, w.n, w.below, w.through, list_sort(list(c.x)) as xs
    from cells_of(near) as c join looked_at as w on w.label = c.label and w.owner = c.owner and w.slice = c.slice and w.bin = c.bin
    group by all),
  ranked as (
    select label, owner, time, n,
      max(xs[(n + 1) // 2 - below]) filter (where (n + 1) // 2 between below + 1 and through) as lower_middle,
      max(xs[n // 2 + 1 - below]) filter (where n // 2 + 1 between below + 1 and through) as upper_middle,
      max(xs[low_rank(n) - below]) filter (where n >= 6 and low_rank(n) between below + 1 and through) as low,
      max(xs[high_rank(n) - below]) filter (where n >= 6 and high_rank(n) between below + 1 and through) as high
    from gathered group by label, owner, time, n)
  select l.dimension, l.segment, o.owner_id, t.period, t.period_start, t.period_end, g.n, 0 as excluded, round((g.lower_middle + g.upper_middle) / 2, 6) as value, g.low, g.high
  from ranked as g
  join core.labels as l on l.label = g.label
  join times as t on t.time = g.time
  left join owners as o on o.owner = g.owner;
