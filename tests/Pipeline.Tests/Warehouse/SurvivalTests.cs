using Dapper;

namespace Analytics.Pipeline.Tests.Warehouse;

/// <summary>Kaplan–Meier curves computed on paper.</summary>
public sealed class SurvivalTests
{
    [Fact]
    public void Open_opportunities_count_for_as_long_as_they_waited_and_lost_ones_not_at_all()
    {
        using var exports = new TemporaryFolder();
        // Won after 10, 40 and 70 days; open for 50 and 100 days at the as-of date; one lost.
        exports.Write("opportunities.csv", """
            opportunity id,account,stage,created,close date,amount
            1,A,Won,2025-01-01,2025-01-11,100
            2,B,Won,2025-01-01,2025-02-10,100
            3,C,Won,2025-01-01,2025-03-12,100
            4,D,Open,2025-02-20,,100
            5,E,Open,2025-01-01,,100
            6,F,Lost,2025-01-01,2025-01-05,100

            """);
        using var w = new BuiltWarehouse(exports.Path, new DateOnly(2025, 4, 11));

        var curve = w.Connection.Query<(int Month, long Waiting, double Share)>(
            "select month, waiting, share from marts.survival where subject = 'opportunities' and dimension = 'all' order by month").ToList();

        // 5 wait: 4/5 after day 10, × 3/4 after day 40, × 1/2 after day 70 (two left: the third and the fifth).
        Assert.Equal([(1, 4L, 0.8), (2, 2L, 0.6), (3, 1L, 0.3)], curve);
    }

    [Fact]
    public void The_interval_is_Greenwoods_on_the_log_log_scale()
    {
        using var exports = new TemporaryFolder();
        exports.Write("opportunities.csv", "opportunity id,account,stage,created,close date,amount\n"
            + string.Concat(Enumerable.Range(1, 10).Select(i => $"{i},A{i},{(i <= 4 ? "Won" : "Open")},2025-01-01,{(i <= 4 ? "2025-01-21" : "")},1\n")));
        using var w = new BuiltWarehouse(exports.Path, new DateOnly(2025, 3, 1));

        var (low, high) = w.Connection.QuerySingle<(double, double)>(
            "select low, high from marts.survival where subject = 'opportunities' and dimension = 'all' and month = 1");

        // S = 0.6; Greenwood's sum d/(n(n − d)) = 4/(10 · 6); the ends are 0.6^exp(±1.96 · sqrt(4/60) / ln 0.6).
        Assert.Equal(0.2527, low, 4);
        Assert.Equal(0.8272, high, 4);
    }
}
