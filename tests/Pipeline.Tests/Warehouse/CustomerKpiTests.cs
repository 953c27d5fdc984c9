using Dapper;

namespace Analytics.Pipeline.Tests.Warehouse;

/// <summary>Five customers whose ranks, marks and losses are computed on paper.</summary>
public sealed class CustomerKpiTests : IDisposable
{
    private readonly TemporaryFolder _exports = new();

    public CustomerKpiTests()
    {
        _exports.Write("owners.csv", "id,name,team,hourly cost\nw1,Ann,North,60\n");
        // Revenue: A 500, B 300, C 150, D 50, E -60.  Margin: B 200, C 100, A 50, D -10, E -100.
        _exports.Write("orders.csv", """
            order id,customer,owner,date,amount,cost
            o1,A,Ann,2025-01-01,500,450
            o2,B,Ann,2025-02-01,300,100
            o3,C,Ann,2025-03-01,150,50
            o4,D,Ann,2025-04-01,50,60
            o5,E,Ann,2025-05-01,100,40
            o6,E,Ann,2025-05-02,-160,0

            """);
        // Two hours at A since its first order cost 120; the hour before it was acquisition.
        _exports.Write("activities.csv", """
            activity type,date,customer,owner,duration
            Visit,2024-12-01,A,Ann,60
            Visit,2025-02-10,A,Ann,90
            Call,2025-02-11,A,Ann,30

            """);
    }

    [Fact]
    public void Customers_that_reach_exactly_eighty_percent_are_enough()
    {
        using var w = new BuiltWarehouse(_exports.Path);
        Assert.Equal(2, w.Kpi("pareto_customers"));
        Assert.Equal(2, w.Kpi("pareto_customers_margin"));
        Assert.Equal(2, w.Kpi("pareto_customers_profit"));
        Assert.Equal(["B", "C"], w.Connection.Query<string>("select name from marts.customers where in_pareto_margin order by rank_margin"));
        Assert.Equal(["B", "C"], w.Connection.Query<string>("select name from marts.customers where in_pareto_profit order by rank_profit"));
    }

    [Fact]
    public void Of_customers_that_bring_as_much_the_first_by_id_are_in()
    {
        using var exports = new TemporaryFolder();
        exports.Write("orders.csv", "customer,date,amount\nE,2025-01-01,20\nD,2025-01-02,20\nC,2025-01-03,20\nB,2025-01-04,20\nA,2025-01-05,20\n");
        using var w = new BuiltWarehouse(exports.Path);
        Assert.Equal(["A", "B", "C", "D"], w.Connection.Query<string>("select name from marts.customers where in_pareto_revenue order by rank_revenue"));
        Assert.Equal((4, 0.2, 0), (w.Kpi("pareto_customers"), w.Kpi("pareto_top20_share"), w.Kpi("gini_revenue")));
    }

    [Fact]
    public void Losses_are_told_apart()
    {
        using var w = new BuiltWarehouse(_exports.Path);
        // A 50 - 120 = -70, B 200, C 100, D -10, E -100.
        Assert.Equal(120, w.Kpi("customer_profit"));
        Assert.Equal(3 / 5.0, w.Kpi("unprofitable_customers"));
        Assert.Equal(180, w.Kpi("unprofitable_losses"));
        Assert.Equal(["E", "A", "D"], w.Connection.Query<string>("select name from marts.customers where profit < 0 order by profit"));
    }

    [Fact]
    public void Ginis_index_and_the_lorenz_curve_leave_the_losses_out()
    {
        using var w = new BuiltWarehouse(_exports.Path);
        // 50, 150, 300, 500: 2 × (50 + 300 + 900 + 2000) / (4 × 1000) − 5 / 4.
        Assert.Equal(0.375, w.Kpi("gini_revenue"));
        Assert.Equal([(25L, 0.05), (50L, 0.2), (75L, 0.5), (100L, 1.0)],
            w.Connection.Query<(long, double)>("select percent, share from marts.lorenz where measure = 'revenue' order by percent"));
    }

    [Fact]
    public void Each_segment_has_its_own_concentration()
    {
        _exports.Write("accounts.csv", "id,name,sector\nA,A,Retail\nB,B,Retail\nC,C,Steel\nD,D,Steel\nE,E,Retail\n");
        using var w = new BuiltWarehouse(_exports.Path);
        // Retail: 500, 300 and E's loss; steel: 150, 50. 2 × (300 + 1000) / (2 × 800) − 3 / 2, and 2 × (50 + 300) / (2 × 200) − 3 / 2.
        Assert.Equal((0.125, 0.25), (w.Kpi("gini_revenue", "sector", "Retail"), w.Kpi("gini_revenue", "sector", "Steel")));
        Assert.Equal(1, w.Connection.ExecuteScalar<long>("select excluded from marts.kpis where kpi = 'gini_revenue' and dimension = 'sector' and segment = 'Retail'"));
        // A fifth of two customers is none of them.
        Assert.Equal(0, w.Connection.ExecuteScalar<decimal>("select coalesce(numerator, 0) from marts.kpis where kpi = 'pareto_top20_share' and dimension = 'sector' and segment = 'Retail'"));
        // Margins of retail: B 200, A 50; 2 × (50 + 400) / (2 × 250) − 3 / 2.
        Assert.Equal(0.3, w.Kpi("gini_margin", "sector", "Retail")!.Value, 9);
    }

    [Fact]
    public void The_first_fifth_of_a_segments_customers_are_its_own()
    {
        using var exports = new TemporaryFolder();
        exports.Write("orders.csv", "customer,sector,date,amount\n" + string.Join("\n",
            Enumerable.Range(1, 10).Select(i => $"R{i},Retail,2025-01-01,{i * 10}").Concat(Enumerable.Range(1, 5).Select(i => $"S{i},Steel,2025-01-01,{i * 1000}"))));
        using var w = new BuiltWarehouse(exports.Path);
        // Two of the ten retailers hold 190 of 550; the fifth of the whole base are three steelworks.
        Assert.Equal(190 / 550d, w.Kpi("pareto_top20_share", "sector", "Retail"));
        Assert.Equal(5 / 15d, w.Kpi("pareto_top20_share", "sector", "Steel"));
        Assert.Equal(12_000 / 15_550d, w.Kpi("pareto_top20_share"));
    }

    [Fact]
    public void Marks_are_quintiles_and_equal_customers_get_equal_ones()
    {
        using var w = new BuiltWarehouse(_exports.Path);
        Assert.Equal(
            [("A", 1L, 1L, 5L, "lost"), ("B", 2L, 1L, 4L, "dormant"), ("C", 3L, 1L, 3L, "needs attention"), ("D", 4L, 1L, 2L, "new"), ("E", 5L, 1L, 1L, "new")],
            w.Connection.Query<(string, long, long, long, string)>("select name, recency_score, frequency_score, monetary_score, rfm from marts.customers order by name"));
        Assert.Equal(2, w.Kpi("customers_ever", "rfm", "new"));
        Assert.Equal(-10, w.Kpi("revenue", "rfm", "new"));
        Assert.Equal(0, w.Kpi("champions"));
    }

    [Fact]
    public void A_champion_bought_last_most_often_and_most()
    {
        using var exports = new TemporaryFolder();
        exports.Write("orders.csv", "customer,date,amount\nA,2025-01-01,10\nB,2025-02-01,20\nC,2025-03-01,30\nD,2025-04-01,40\nE,2025-05-01,50\nE,2025-06-01,50\n");
        using var w = new BuiltWarehouse(exports.Path);
        // E has marks of 5, 5 and 5; D of 4, 1 and 4.
        Assert.Equal(1 / 5.0, w.Kpi("champions"));
        Assert.Equal(["E"], w.Connection.Query<string>("select name from marts.customers where rfm = 'champions'"));
    }

    [Fact]
    public void Without_activities_profit_is_missing_and_says_what_would_bring_it()
    {
        File.Delete(Path.Combine(_exports.Path, "activities.csv"));
        using var w = new BuiltWarehouse(_exports.Path);
        Assert.Null(w.Kpi("customer_profit"));
        Assert.Equal("activities", w.Connection.ExecuteScalar<string>("select missing from marts.kpi_catalog where kpi = 'customer_profit'"));
    }

    [Theory]
    [InlineData("2025-07-10", false)]
    [InlineData("2025-07-11", true)]
    public void A_customer_drops_off_when_its_own_rhythm_no_longer_explains_the_silence(string asOf, bool droppedOff)
    {
        using var exports = new TemporaryFolder();
        // Three gaps in 70 days: (1 + t / 70)^-3 = 5 % at t = 70 × (20^(1/3) − 1) = 120.01 days.
        exports.Write("orders.csv", "customer,date,amount\nA,2025-01-01,1\nA,2025-01-11,2\nA,2025-01-31,4\nA,2025-03-12,8\n");
        using var w = new BuiltWarehouse(exports.Path, DateOnly.Parse(asOf, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(120.01, w.Connection.ExecuteScalar<double>("select silence_limit from marts.customers"));
        Assert.Equal(droppedOff ? 1 : 0, w.Kpi("drop_off_rate"));
        Assert.Equal(droppedOff ? 15 : 0, w.Kpi("drop_off_at_stake"));
        Assert.Equal(droppedOff ? "2025-07-11" : null, w.Connection.ExecuteScalar<string?>("select drop_off_since::varchar from marts.customers"));
    }

    [Theory]
    [InlineData(122, "flat")]
    [InlineData(123, "rising")]
    [InlineData(81, "falling")]
    public void A_trend_is_the_last_year_against_the_one_before(int recent, string trend)
    {
        using var exports = new TemporaryFolder();
        exports.Write("orders.csv", $"customer,date,amount\nA,2024-03-01,100\nA,2025-03-01,{recent}\nB,2025-12-31,1\n");
        using var w = new BuiltWarehouse(exports.Path);
        Assert.Equal([trend, "new"], w.Connection.Query<string>("select trend from marts.customers order by name"));
        // Neither bought twice within twelve months; B is too young to have a trend.
        Assert.Equal(0, w.Kpi("recurring_rate"));
        Assert.Equal((trend == "rising" ? 1 : 0, trend == "falling" ? 1 : 0), (w.Kpi("rising_rate"), w.Kpi("falling_rate")));
    }

    [Fact]
    public void The_quadrant_sets_value_against_what_peers_buy()
    {
        using var exports = new TemporaryFolder();
        exports.Write("orders.csv", "customer,date,amount\nA,2025-01-01,800\nB,2025-01-01,100\nC,2025-01-01,60\nD,2025-01-01,40\n");
        using var w = new BuiltWarehouse(exports.Path);
        // The upper quartile of 40, 60, 100, 800 is 100: A can reach 800, the others 100, and so can half of them at least.
        Assert.Equal([("A", 800.0, "stars", true), ("B", 100.0, "to develop", false), ("C", 100.0, "to develop", false), ("D", 100.0, "to develop", false)],
            w.Connection.Query<(string, double, string, bool)>("select name, potential::double, quadrant, is_star from marts.customers order by name"));
        Assert.Equal((1, 0), (w.Kpi("star_customers"), w.Kpi("star_customers", "quadrant", "to develop")));
        Assert.Equal(3 / 4.0, w.Kpi("customers_to_develop"));
    }

    public void Dispose() => _exports.Dispose();
}
