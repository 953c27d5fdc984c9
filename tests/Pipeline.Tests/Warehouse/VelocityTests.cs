using System.Globalization;
using Analytics.Pipeline.DuckDb;
using Analytics.Pipeline.Warehouse;
using Dapper;

namespace Analytics.Pipeline.Tests.Warehouse;

/// <summary>What opportunities bring a day, and how sure that is.</summary>
public sealed class VelocityTests : IDisposable
{
    private readonly TemporaryFolder _exports = new();

    [Fact]
    public void It_is_four_figures_in_one_and_as_sure_as_each_of_them()
    {
        _exports.Write("opportunities.csv", """
            opportunity id,account,created,close date,stage,amount
            1,A,2025-01-01,2025-01-11,Won,100
            2,B,2025-01-01,2025-01-21,Won,200
            3,C,2025-01-01,2025-01-31,Won,300
            4,C,2025-01-02,2025-01-21,Lost,50
            5,C,2025-01-03,,Negotiation,70

            """);
        using var w = new BuiltWarehouse(_exports.Path);
        // 5 created × 3 of 4 × 200 a win / 20 days.
        var velocity = 5 * 0.75 * 200 / 20;
        // Squared errors over the mean: 1/5 of the number, (1/4) / (3/4 × 4) of the rate, 100²/3 over 200² of the amount, 10²/3 over 20² of the cycle; two degrees of freedom.
        var reach = 4.3026527297 * Math.Sqrt((1 / 5d) + (1 / 12d) + (1 / 12d) + (1 / 12d));
        var (value, low, high) = w.Connection.QuerySingle<(double, double, double)>("select value, low, high from marts.kpis where kpi = 'sales_velocity' and dimension = 'all' and period = 'all' and owner_id is null");
        Assert.Equal((velocity, velocity * Math.Exp(-reach), velocity * Math.Exp(reach)), (Math.Round(value, 9), low, high), Near);
    }

    [Fact]
    public void Of_cycles_of_no_day_there_is_none_and_of_one_win_no_interval()
    {
        _exports.Write("opportunities.csv", """
            opportunity id,account,owner,created,close date,stage,amount
            1,A,Ann,2025-01-01,2025-01-01,Won,100
            2,B,Ann,2025-01-02,2025-01-02,Won,200
            3,B,Bob,2025-01-02,2025-01-12,Won,200

            """);
        using var w = new BuiltWarehouse(_exports.Path);
        Assert.Null(w.Kpi("sales_velocity", "owner", "Ann"));
        Assert.Equal((20, true), w.Connection.QuerySingle<(double, bool)>("select value, low is null and high is null from marts.kpis where kpi = 'sales_velocity' and dimension = 'owner' and segment = 'Bob' and period = 'all' and owner_id is null"));
    }

    [Fact]
    public void The_truth_lies_within_about_nineteen_times_in_twenty()
    {
        using var db = new DuckDBConnection("Data Source=:memory:");
        db.Open();
        WarehouseSchema.Create(db);
        var random = new Random(8);
        // About 120 opportunities, won one time in three, of exponential amounts of 1,000 on average and of cycles from 10 to 50 days: 120 × 1/3 × 1,000 / 30.
        var draws = Enumerable.Range(0, 2000).Select(_ =>
        {
            var created = Poisson(random, 120);
            var won = Enumerable.Range(0, created).Count(_ => random.NextDouble() < 1 / 3d);
            var amounts = Enumerable.Range(0, won).Select(_ => -1000 * Math.Log(1 - random.NextDouble())).ToList();
            var days = Enumerable.Range(0, won).Select(_ => 10 + (40 * random.NextDouble())).ToList();
            return string.Create(CultureInfo.InvariantCulture, $"({created}, {won}, {created - won}, {amounts.Sum()}::double, {amounts.Sum(a => a * a)}::double, {days.Sum()}::double, {days.Sum(d => d * d)}::double)");
        });
        var within = db.ExecuteScalar<double>($"""
            select avg((abs(ln(created * won * amount * won / ((won + lost) * won * days)) - ln(120 * 1000 / 90.0)) <= velocity_reach(created, won, lost, won, amount, amount_sq, won, days, days_sq))::int)
            from (values {string.Join(',', draws)}) as t(created, won, lost, amount, amount_sq, days, days_sq)
            """);
        Assert.InRange(within, 0.93, 0.97);
    }

    public void Dispose() => _exports.Dispose();

    private static int Poisson(Random random, double mean)
    {
        var (count, left) = (0, Math.Exp(-mean));
        for (var product = random.NextDouble(); product > left; product *= random.NextDouble()) count++;
        return count;
    }

    private static bool Near((double, double, double) expected, (double, double, double) found) =>
        Math.Abs(expected.Item1 - found.Item1) < 1e-6 && Math.Abs(expected.Item2 - found.Item2) < 1e-6 && Math.Abs(expected.Item3 - found.Item3) < 1e-4;
}
