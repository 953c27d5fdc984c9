using System.Globalization;
using Analytics.Pipeline.DuckDb;
using Analytics.Pipeline.Warehouse;
using Dapper;

namespace Analytics.Pipeline.Tests.Warehouse;

/// <summary>How sure Gini's index and the top fifth's share are: by hand, by leaving each customer out, and by how often the truth lies within.</summary>
public sealed class UnequalTests : IDisposable
{
    // Four degrees of freedom, by the expansion in use, which is 0.0009 short of the table's.
    private const double FourLeft = 2.77558222533;
    private readonly TemporaryFolder _exports = new();

    [Fact]
    public void The_index_is_as_sure_as_it_changes_little_when_any_customer_is_missing()
    {
        using var w = Customers(1, 2, 3, 4, 10);
        // 2 × 80 / (5 × 20) − 6/5; without each in turn by the same formula.
        double[] without = [Gini(2, 3, 4, 10), Gini(1, 3, 4, 10), Gini(1, 2, 4, 10), Gini(1, 2, 3, 10), Gini(1, 2, 3, 4)];
        Assert.Equal(0.4, w.Kpi("gini_revenue")!.Value, 9);
        // The jackknife's standard error, of five fourths of the index, on the scale of log-odds.
        var error = 5 / 4d * Math.Sqrt(4 / 5d * without.Sum(g => Math.Pow(g - without.Average(), 2)));
        Same(0.5, FourLeft * error, Interval(w, "gini_revenue"));
    }

    [Fact]
    public void The_top_fifths_share_is_as_sure_as_its_linearised_parts_are_small()
    {
        using var w = Customers(1, 2, 3, 4, 10);
        // The tenner is the top fifth: each customer's part is (10/5 − x/2) / 20, that is 1.5, 1, 0.5, 0 and −3 twentieths.
        Assert.Equal(0.5, w.Kpi("pareto_top20_share"));
        Same(0.5, FourLeft * Math.Sqrt(5 / 4d * ((1.5 * 1.5) + 1 + (0.5 * 0.5) + (3 * 3)) / 400), Interval(w, "pareto_top20_share"));
    }

    [Fact]
    public void Losses_are_no_part_of_it_and_fewer_than_five_tell_nothing()
    {
        using var five = Customers(1, 2, 3, 4, 10, -7, 0);
        using var same = Customers(1, 2, 3, 4, 10);
        Assert.Equal(Interval(same, "gini_revenue"), Interval(five, "gini_revenue"));
        Assert.Equal(Interval(same, "pareto_top20_share"), Interval(five, "pareto_top20_share"));
        using var four = Customers(1, 2, 3, 4);
        Assert.Equal(0, four.Connection.ExecuteScalar<long>("select count(low) from marts.kpis where kpi in ('gini_revenue', 'pareto_top20_share')"));
    }

    [Fact]
    public void Equal_customers_are_equal_for_sure()
    {
        using var w = Customers(7, 7, 7, 7, 7);
        var (low, high) = Interval(w, "gini_revenue");
        Assert.Equal((0, 0), (low, high));
        var top = Interval(w, "pareto_top20_share");
        Assert.Equal(0.2, top.Low, 12);
        Assert.Equal(0.2, top.High, 12);
    }

    /// <summary>Customers by the hundred whose revenue is log-normal (σ 0.5, 0.8) or exponential; of few, or of very unequal ones, the truth lies within less often.</summary>
    [Theory]
    [InlineData(0.5)]
    [InlineData(0.8)]
    [InlineData(0)]
    public void The_truth_lies_within_about_nineteen_times_in_twenty(double sigma)
    {
        using var db = new DuckDBConnection("Data Source=:memory:");
        db.Open();
        WarehouseSchema.Create(db);
        var random = new Random(7);
        double Draw() => sigma == 0 ? -Math.Log(1 - random.NextDouble()) : Math.Exp(sigma * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));
        db.Execute("create schema if not exists core; create table core.labels as select i::int as label, 'all' as dimension, i::varchar as segment from range(1000) as r(i)");
        db.Execute("create table core.labelled_accounts (id varchar, labels int[]); create table marts.customer_amounts (account_id varchar, measure varchar, amount decimal(18, 4), rank bigint)");
        foreach (var draws in Enumerable.Range(0, 1000).Chunk(50))
            db.Execute($"create or replace table drawn as select * from (values {string.Join(',', draws.SelectMany(draw => Enumerable.Range(0, 100).Select(i => string.Create(CultureInfo.InvariantCulture, $"({draw}, '{draw}-{i}', {Draw() * 1000:0.0000})"))))}) as t(draw, id, amount);"
                + "insert into core.labelled_accounts select id, [draw] from drawn; insert into marts.customer_amounts select id, 'revenue', amount, row_number() over (order by amount desc, id) from drawn");
        db.Execute($"create table found as {SqlScript.Folder("global").Single(s => s.Name == "concentrations").Body}");
        // Aitchison and Brown (1957): 2 Φ(σ / √2) − 1, and the Lorenz curve of the log-normal; the exponential's are 1/2 and 0.2 (1 − ln 0.2).
        var (index, top) = sigma switch { 0.5 => (0.276326390, 0.366317978), 0.8 => (0.428392355, 0.483400323), _ => (0.5, 0.2 * (1 - Math.Log(0.2))) };
        var (of, ofTop) = db.QuerySingle<(double, double)>("select avg(($index between gini_low and gini_high)::int), avg(($top between top_fifth_low and top_fifth_high)::int) from found", new { index, top });
        Assert.InRange(of, 0.91, 0.97);
        Assert.InRange(ofTop, 0.89, 0.97);
    }

    public void Dispose() => _exports.Dispose();

    private BuiltWarehouse Customers(params int[] revenues)
    {
        // Whoever brought nothing ordered once and gave it back.
        _exports.Write("orders.csv", "order id,customer,date,amount\n" + string.Concat(revenues.Select((revenue, i) =>
            revenue > 0 ? $"o{i},C{i},2025-01-10,{revenue}\n" : $"o{i},C{i},2025-01-10,5\nx{i},C{i},2025-01-11,{revenue - 5}\n")));
        return new(_exports.Path);
    }

    private static double Gini(params double[] ascending)
    {
        var n = ascending.Length;
        return (2 * ascending.Select((x, i) => (i + 1) * x).Sum() / (n * ascending.Sum())) - ((n + 1) / (double)n);
    }

    private static void Same(double share, double reach, (double Low, double High) found)
    {
        double End(double far) => 1 / (1 + Math.Exp(-Math.Log(share / (1 - share)) - (far / (share * (1 - share)))));
        Assert.Equal(End(-reach), found.Low, 7);
        Assert.Equal(End(reach), found.High, 7);
    }

    private static (double Low, double High) Interval(BuiltWarehouse w, string kpi) =>
        w.Connection.QuerySingle<(double, double)>("select low, high from marts.kpis where kpi = $kpi and dimension = 'all'", new { kpi });
}
