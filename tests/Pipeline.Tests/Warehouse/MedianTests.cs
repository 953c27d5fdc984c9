using Analytics.Pipeline.DuckDb;
using Analytics.Pipeline.Warehouse;
using Dapper;

namespace Analytics.Pipeline.Tests.Warehouse;

/// <summary>The medians of the marts, which sort only a part of their facts, against the engine's own over all of them.</summary>
public sealed class MedianTests : IDisposable
{
    private readonly DuckDBConnection _connection = new("Data Source=:memory:");

    public MedianTests()
    {
        _connection.Open();
        WarehouseSchema.Create(_connection);
        _connection.Execute("""
            create table core.run as select date '2024-07-01' as ttm_start;
            create table core.labels as select * from (values (0, 'all', 'all'), (-1, 'type', '(unknown)'), (1, 'type', 's1'), (2, 'type', 's2')) as l(label, dimension, segment);
            create table core.period_slices as
            with slice as (select unnest(generate_series(date '2024-01-01', date '2025-06-01', interval 1 month))::date as slice_start)
            select 'month' as period, slice_start as period_start, (slice_start + interval 1 month)::date as period_end, slice_start from slice
            union all
            select 'all', date '2024-01-01', date '2025-07-01', slice_start from slice
            union all
            select 'ttm', date '2024-07-01', date '2025-07-01', slice_start from slice where slice_start >= date '2024-07-01';
            """);
    }

    // Losses, zeros, values that repeat, values ten thousand times the least; one owner, several, and facts without a day; some under one segment alone, as an order's part of a product is.
    [Theory]
    [InlineData("i % 7 - 3", "'o1'")]
    [InlineData("(hash(i) % 100000)::double / 100 - 300", "'o' || hash(i + 1) % 5")]
    [InlineData("exp((hash(i) % 1000)::double / 70)", "case when i % 9 = 0 then null else 'o' || i % 3 end")]
    public void A_median_is_the_engines_own(string x, string owner)
    {
        _connection.Execute($"""
            create temp table facts as
            select {x} as x, {owner} as owner_id, case when i % 50 = 0 then null else date '2024-01-01' + (hash(i + 2) % 540)::int end as day,
              case i % 4 when 0 then [2] when 1 then [0, -1] when 2 then [0, 1] else [0, 2] end as labels
            from range(900) as r(i)
            """);

        var unlike = _connection.Query("""
            with placed as (
              select f.*, l.dimension, l.segment, p.period, p.period_start
              from (select x, owner_id, day, unnest(labels) as label from facts) as f
              join core.labels as l on l.label = f.label
              join core.period_slices as p on p.slice_start = date_trunc('month', f.day)),
            expected as (
              select dimension, segment, null as owner_id, period, period_start, count(*) as n, round(median(x), 6) as value
              from placed group by dimension, segment, period, period_start
              union all
              select dimension, segment, owner_id, period, period_start, count(*), round(median(x), 6)
              from placed where owner_id is not null and (dimension = 'all' or period <> 'month')
              group by dimension, segment, owner_id, period, period_start),
            found as (
              select dimension, segment, owner_id, period, period_start, n, value from medians_of(facts))
            (from expected except all from found) union all (from found except all from expected)
            """).ToList();

        Assert.Empty(unlike);
        Assert.InRange(_connection.ExecuteScalar<long>("select count(*) from medians_of(facts)"), 50, 900);
    }

    // Conover (1999), section 3.2: for n = 100 the 95 % interval of the median runs from the 40th to the 61st value.
    [Fact]
    public void A_medians_interval_is_that_of_its_ranks()
    {
        _connection.Execute("create temp table facts as select i + 1 as x, 'o' as owner_id, date '2024-03-05' as day, [0] as labels from range(100) as r(i)");

        var (low, value, high) = _connection.QuerySingle<(double, double, double)>("select low, value, high from medians_of(facts) where owner_id is null and period = 'all'");

        Assert.Equal((40, 50.5, 61), (low, value, high));
    }

    [Fact]
    public void Few_values_have_a_median_and_no_interval()
    {
        _connection.Execute("create temp table facts as select unnest([900, 1, 2]) as x, 'o' as owner_id, date '2024-03-05' as day, [0] as labels");

        Assert.Equal("2.0||", _connection.ExecuteScalar<string>("select concat_ws('|', value::varchar, coalesce(low::varchar, ''), coalesce(high::varchar, '')) from medians_of(facts) where owner_id is null and period = 'all'"));
    }

    public void Dispose() => _connection.Dispose();
}
