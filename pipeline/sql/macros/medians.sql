-- The bin that a value is kept in until its rank is asked for: the same or a later one for every greater value, since square roots are rounded correctly (IEEE 754).
create macro rank_bin(x) as floor(8 * sqrt(sqrt(abs(x))))::int * sign(x)::int;

-- The ranks that bound the median's 95 % interval, n/2 ± 0.98 √n (Conover 1999, section 3.2); of less than six values, the ranks of the median alone.
create macro low_rank(n) as case when n >= 6 then greatest(floor(n / 2 - 0.98 * sqrt(n)), 1)::bigint else (n + 1) // 2 end;
create macro high_rank(n) as case when n >= 6 then least(ceil(n / 2 + 0.98 * sqrt(n)) + 1, n)::bigint else n // 2 + 1 end;

-- The median of x per dimension, segment, owner (and all of them) and period, with its 95 % interval; exact, though only the bins that its ranks lie in are
-- sorted.  facts: (x, owner_id, day, dimension, segment).
create macro medians_of(facts) as table
  with fact as not materialized (
    select f.x::double as x, f.owner_id, f.dimension, f.segment, slice_of(f.day, r.ttm_start) as slice_start, rank_bin(f.x::double) as bin
    from query_table(facts) as f cross join core.run as r),
  binned as materialized (
    select dimension, segment, null::varchar as owner_id, slice_start, bin, count(*) as n, list(x) as xs
    from fact group by dimension, segment, slice_start, bin
    union all
    select dimension, segment, owner_id, slice_start, bin, count(*), list(x)
    from fact where owner_id is not null group by dimension, segment, owner_id, slice_start, bin),
  -- Numbers for the two names of a cell: what follows groups and joins each bin several times.
  places as materialized (
    select row_number() over ()::int as place, dimension, segment, owner_id from (select distinct dimension, segment, owner_id from binned)),
  times as materialized (
    select row_number() over ()::int as time, period, period_start, period_end from (select distinct period, period_start, period_end from core.period_slices)),
  slices as materialized (
    select s.slice_start, t.time, t.period in ('all', 'ttm', 'year') as is_long
    from core.period_slices as s join times as t on t.period = s.period and t.period_start = s.period_start),
  -- One owner's month or quarter in one segment is not kept.
  bins as materialized (
    select p.place, b.slice_start, b.bin, b.n, b.xs, b.owner_id is null or b.dimension = 'all' as has_short
    from binned as b join places as p on p.dimension = b.dimension and p.segment = b.segment and p.owner_id is not distinct from b.owner_id),
  placed as not materialized (
    select b.place, s.time, b.bin, b.n, b.xs from bins as b join slices as s on s.slice_start = b.slice_start where b.has_short or s.is_long),
  counted as (
    select place, time, bin, sum(n)::bigint as n from placed group by place, time, bin),
  running as (
    select *, (sum(n) over (together order by bin))::bigint as through, (sum(n) over together)::bigint as total
    from counted window together as (partition by place, time)),
  wanted as (
    select *, through - n as below from running where through >= low_rank(total) and through - n < high_rank(total)),
  gathered as (
    select w.place, w.time, any_value(w.total) as n, min(w.below) as below, list_sort(flatten(list(p.xs))) as xs
    from wanted as w join placed as p on p.place = w.place and p.time = w.time and p.bin = w.bin
    group by w.place, w.time)
  select p.dimension, p.segment, p.owner_id, t.period, t.period_start, t.period_end, g.n, 0 as excluded,
    round((xs[(n + 1) // 2 - below] + xs[n // 2 + 1 - below]) / 2, 6) as value,
    case when n >= 6 then xs[low_rank(n) - below] end as low,
    case when n >= 6 then xs[high_rank(n) - below] end as high
  from gathered as g
  join places as p on p.place = g.place
  join times as t on t.time = g.time;
