using Dapper;

namespace Analytics.Pipeline.Tests.Warehouse;

/// <summary>Where figures of customers turn: quadrants, marks, bounds of patience, losses, and days on the edge of a year, each on paper.</summary>
public sealed class EdgeKpiTests : IDisposable
{
    private readonly TemporaryFolder _exports = new();

    [Fact]
    public void The_top_fifth_and_the_index_are_of_margin_and_profit_too()
    {
        _exports.Write("owners.csv", "id,name,hourly cost\nw1,Ann,60\n");
        // Margins of 50, 40, 30, 20 and 10; half an hour after A's first order costs 30.
        _exports.Write("orders.csv", "order id,customer,owner,date,amount,cost\no1,A,Ann,2025-01-01,100,50\no2,B,Ann,2025-01-01,100,60\no3,C,Ann,2025-01-01,100,70\no4,D,Ann,2025-01-01,100,80\no5,E,Ann,2025-01-01,100,90\n");
        _exports.Write("activities.csv", "activity type,date,customer,owner,duration\nVisit,2025-02-01,A,Ann,30\n");
        using var w = new BuiltWarehouse(_exports.Path, new DateOnly(2025, 3, 1));
        Assert.Equal((50 / 150d, 40 / 120d), (w.Kpi("pareto_top20_share_margin"), w.Kpi("pareto_top20_share_profit")));
        // Profits of 10, 20, 20, 30, 40: 2 × (10 + 40 + 60 + 120 + 200) / (5 × 120) − 6/5.
        Assert.Equal(0.233333, w.Kpi("gini_profit"));
    }

    [Fact]
    public void Who_orders_twice_within_twelve_months_comes_again()
    {
        // A on the first and the last of the twelve months, B once the day before them, C twice in a day, D once and once for nothing.
        _exports.Write("orders.csv", """
            order id,customer,date,amount
            a1,A,2025-01-01,1
            a2,A,2025-12-31,1
            b1,B,2024-12-31,1
            b2,B,2025-06-01,1
            c1,C,2025-03-01,1
            c2,C,2025-03-01,1
            d1,D,2025-03-01,1
            d2,D,2025-04-01,0

            """);
        using var w = new BuiltWarehouse(_exports.Path);
        Assert.Equal(2 / 4d, w.Kpi("recurring_rate"));
        Assert.Equal(["A", "C"], w.Connection.Query<string>("select name from marts.customers where is_recurring order by name"));
    }

    /// <summary>Peers of ten or more set a potential: 10 in sector S, 1,000 in T. S0 bought a lot long ago and makes 80 % alone.</summary>
    [Fact]
    public void Of_little_potential_the_large_are_maintained_and_the_small_served_at_low_cost()
    {
        _exports.Write("orders.csv", "order id,customer,sector,date,amount\nold,S0,S,2024-05-01,100000\n"
            + string.Concat(Enumerable.Range(0, 10).Select(i => $"s{i},S{i},S,2025-06-01,10\n")) + string.Concat(Enumerable.Range(0, 11).Select(i => $"t{i},T{i},T,2025-06-01,1000\n")));
        using var w = new BuiltWarehouse(_exports.Path);
        Assert.Equal([("S", "to maintain", 1L), ("S", "to serve at low cost", 9), ("T", "to develop", 11)], w.Connection.Query<(string, string, long)>(
            "select sector, quadrant, count(*) from marts.customers group by all order by all"));
        // S0 buys all of its potential and is in the set.
        Assert.Equal((1, 11 / 21d), (w.Kpi("star_customers"), w.Kpi("customers_to_develop")));
    }

    [Fact]
    public void Marks_of_recency_frequency_and_amount_make_the_segments_that_are_left()
    {
        string Orders(string customer, int count, string last, int amount) => string.Concat(Enumerable.Range(0, count).Select(i => $"{customer}{i},{customer},{(i == 0 ? last : "2024-01-01")},{amount}\n"));
        // Marks of 1 5 5, 2 1 1, 3 4 4, 4 2 2 and 5 3 3.
        _exports.Write("orders.csv", "order id,customer,date,amount\n" + Orders("A", 5, "2025-01-01", 100) + Orders("B", 1, "2025-02-01", 10) + Orders("C", 4, "2025-03-01", 100) + Orders("D", 2, "2025-04-01", 10) + Orders("E", 3, "2025-05-01", 100));
        using var w = new BuiltWarehouse(_exports.Path);
        Assert.Equal([("A", "at risk"), ("B", "dormant"), ("C", "loyal"), ("D", "promising"), ("E", "loyal")], w.Connection.Query<(string, string)>("select name, rfm from marts.customers order by name"));
    }

    [Fact]
    public void Each_sector_of_ten_has_a_patience_of_its_own()
    {
        // Four orders each, ten days apart in Food, a hundred in Steel; the three of Wood are too few to tell and have that of all: 10 at least, 100 at most.
        _exports.Write("orders.csv", "customer,sector,date,amount\n" + string.Concat(
            from sector in ((string Name, int Customers, int Gap)[])[("Food", 12, 10), ("Steel", 10, 100), ("Wood", 3, 300)]
            from customer in Enumerable.Range(0, sector.Customers)
            from order in Enumerable.Range(0, 4)
            select $"{sector.Name}{customer},{sector.Name},{new DateOnly(2023, 1, 1).AddDays(order * sector.Gap):yyyy-MM-dd},1\n"));
        using var w = new BuiltWarehouse(_exports.Path);
        Assert.Equal([("Food", 10, 10), ("Steel", 100, 100)], w.Connection.Query<(string, int, int)>("select sector, min(lost_after), max(lost_after) from marts.customers where sector <> 'Wood' group by sector order by sector"));
        // Of 25 customers' gaps the middle one is 100 and the 95th percentile, the 24th, is 300.
        Assert.Equal((300, 300), w.Connection.QuerySingle<(int, int)>("select min(lost_after), max(lost_after) from marts.customers where sector = 'Wood'"));
    }

    [Fact]
    public void Who_is_lost_drops_off_no_more()
    {
        _exports.Write("orders.csv", "customer,date,amount\nA,2025-01-01,1\nA,2025-01-11,2\nA,2025-01-31,4\nA,2025-03-12,8\n");
        using var w = new BuiltWarehouse(_exports.Path, new DateOnly(2026, 3, 12));
        Assert.Equal(1, w.Kpi("lost_share"));
        Assert.Equal((null, 0L, 1L, 0), w.Connection.QuerySingle<(double?, long, long, double)>("""
            select r.value, r.n, r.excluded, s.value from marts.kpis as r join marts.kpis as s on s.kpi = 'drop_off_at_stake' and s.dimension = 'all' and s.owner_id is null
            where r.kpi = 'drop_off_rate' and r.dimension = 'all' and r.owner_id is null
            """));
    }

    /// <summary>Three customers order each month for 10 what costs 14; N is won in June of the second year for 100.</summary>
    [Fact]
    public void A_customer_that_brings_a_loss_repays_nothing_and_is_worth_less_than_nothing()
    {
        Monthly(14, "A", "B", "C", "N");
        _exports.Write("marketing spend.csv", "month,channel,spend\n2025-03-01,Web,100\n");
        using var w = new BuiltWarehouse(_exports.Path, new DateOnly(2025, 12, 31));
        // (36 + 7) losses of 4 over four customers; all three of the start stayed.
        var value = -43 * 4 / 4d * (1 + (1 / 1.1) + (1 / 1.21));
        Assert.Equal(value, w.Kpi("lifetime_value", period: "ttm")!.Value, 6);
        Assert.Equal(value / 100, w.Kpi("ltv_to_cac", period: "ttm")!.Value, 6);
        Assert.Equal((true, true, true), w.Connection.QuerySingle<(bool, bool, bool)>("select value is null, low is null, high is null from marts.kpis where kpi = 'cac_payback' and dimension = 'all' and period = 'ttm' and owner_id is null"));
    }

    [Fact]
    public void Where_nobody_was_won_the_cost_of_one_and_what_rests_on_it_are_nothing_and_the_spend_is_shown()
    {
        Monthly(4, "A", "B", "C");
        _exports.Write("marketing spend.csv", "month,channel,spend\n2025-03-01,Web,100\n");
        using var w = new BuiltWarehouse(_exports.Path, new DateOnly(2025, 12, 31));
        Assert.Equal((null, null, null, 100), (w.Kpi("cac", period: "ttm"), w.Kpi("ltv_to_cac", period: "ttm"), w.Kpi("cac_payback", period: "ttm"), w.Kpi("acquisition_cost", period: "ttm")));
        Assert.Equal(12 * 6 * (1 + (1 / 1.1) + (1 / 1.21)), w.Kpi("lifetime_value", period: "ttm")!.Value, 6);
        Assert.Equal(100m, w.Connection.ExecuteScalar<decimal>("select numerator from marts.kpis where kpi = 'cac' and dimension = 'all' and period = 'ttm' and owner_id is null"));
    }

    public void Dispose() => _exports.Dispose();

    private void Monthly(int cost, params string[] accounts) => _exports.Write("orders.csv", "order id,customer,date,amount,cost\n" + string.Concat(
        from account in accounts
        from month in Enumerable.Range(0, 24).Where(month => account != "N" || month >= 17)
        select $"{account}{month},{account},{new DateOnly(2024, 1, 31).AddMonths(month):yyyy-MM-dd},10,{cost}\n"));
}
