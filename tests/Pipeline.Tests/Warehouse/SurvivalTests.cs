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
    public void A_customer_that_came_back_has_stayed()
    {
        using var exports = new TemporaryFolder();
        // A and D are lost after a year of silence; B never was, and C is back after one and a half.
        exports.Write("orders.csv", """
            customer,date,amount
            A,2023-06-01,10
            B,2023-06-01,20
            B,2024-03-01,20
            B,2025-02-01,20
            C,2023-07-01,30
            C,2025-01-01,30
            D,2024-02-01,50

            """);
        using var w = new BuiltWarehouse(exports.Path, new DateOnly(2025, 12, 31));

        var curve = w.Connection.Query<(int, long, double)>("select month, waiting, share from marts.survival where subject = 'customers' and dimension = 'all' order by month limit 1");

        Assert.Equal([(12, 2L, 0.5)], curve);
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

    [Fact]
    public void A_median_wait_lies_between_the_days_on_which_half_may_have_signed()
    {
        using var exports = new TemporaryFolder();
        // Weeks of remission of twelve patients without maintenance, the sixth still in it (Embury et al. 1977; Miller 1981, Survival Analysis): median 23. By hand on the log-log
        // scale, 8/12 left after 8: ln(−ln S) is −0.903, at its upper end 0.058, beyond ln(ln 2) = −0.367, as it is already after 5, −1.702 + 1.388; the lower end gets there at 33, 0.493 − 0.750.
        (int Days, bool Won)[] waits = [(5, true), (5, true), (8, true), (8, true), (12, true), (16, false), (23, true), (27, true), (30, true), (33, true), (43, true), (45, true)];
        var asOf = new DateOnly(2025, 3, 31);
        exports.Write("opportunities.csv", "opportunity id,account,stage,created,close date,amount\n" + string.Concat(waits.Select((wait, i) => wait.Won
            ? $"{i},A{i},Won,2025-01-01,{new DateOnly(2025, 1, 1).AddDays(wait.Days):yyyy-MM-dd},100\n"
            : $"{i},A{i},Open,{asOf.AddDays(-wait.Days):yyyy-MM-dd},,100\n")));
        using var w = new BuiltWarehouse(exports.Path, asOf);
        const string all = "select value, low, high from marts.kpis where kpi = 'sales_cycle_waiting' and dimension = 'all' and period = 'all' and owner_id is null";
        Assert.Equal((23, 5, 33), w.Connection.QuerySingle<(double, double, double)>(all));
    }

    [Fact]
    public void A_median_wait_whose_upper_end_nobody_has_reached_has_no_interval()
    {
        using var exports = new TemporaryFolder();
        exports.Write("opportunities.csv", """
            opportunity id,account,stage,created,close date,amount
            1,A,Won,2025-01-01,2025-01-11,100
            2,B,Won,2025-01-01,2025-02-10,100
            3,C,Open,2025-01-01,,100

            """);
        using var w = new BuiltWarehouse(exports.Path, new DateOnly(2025, 4, 11));
        Assert.Equal((40, true, true), w.Connection.QuerySingle<(double, bool, bool)>("select value, low is null, high is null from marts.kpis where kpi = 'sales_cycle_waiting' and dimension = 'all' and period = 'all' and owner_id is null"));
    }
}
