using Dapper;

namespace Analytics.Pipeline.Tests.Warehouse;

/// <summary>Comparisons, the forecast and the guard rails, each on figures computed on paper.</summary>
public sealed class DecisionTests : IDisposable
{
    private readonly TemporaryFolder _exports = new();

    [Fact]
    public void A_difference_is_more_than_noise_where_the_intervals_do_not_meet()
    {
        _exports.Write("accounts.csv", "id,name,sector\nX,X,Best\nY,Y,Worst\nZ,Z,Small\nP,P,Best\nQ,Q,Worst\n");
        // 40 of 50 (0.67 to 0.89), 10 of 50 (0.11 to 0.33) and 2 of 3 (0.21 to 0.94) against 52 of 103 (0.41 to 0.60).
        _exports.Write("opportunities.csv", "opportunity id,account id,created,close date,stage,amount\n" + string.Join("\n",
            from sector in ((string Account, int Won, int All)[])[("X", 40, 50), ("Y", 10, 50), ("Z", 2, 3)]
            from i in Enumerable.Range(0, sector.All)
            select $"{sector.Account}{i},{sector.Account},2025-01-01,2025-02-01,{(i < sector.Won ? "Won" : "Lost")},1"));
        using var w = new BuiltWarehouse(_exports.Path);
        Assert.Equal([("Best", true), ("Small", false), ("Worst", true)], Compared(w, "whole_base"));
        Assert.Equal([("Small", false), ("Worst", true)], Compared(w, "best_segment"));
        Assert.Equal(0.8 - 52 / 103.0, w.Connection.ExecuteScalar<double>(
            "select difference from marts.comparisons where kpi = 'win_rate_closed_by_count' and segment = 'Best' and period = 'all' and against = 'whole_base'"), 12);
        // P never ordered, in the sector that wins by more than chance; Q in the one that does not.
        Assert.Equal([("P", 1L, "win_rate: Best")], w.Connection.Query<(string, long, string)>("select account_id, niches, alike_in from marts.niche_prospects"));
        Assert.Equal(40 / 50.0 - 12 / 53.0, w.Connection.ExecuteScalar<double>("select effect from marts.niche_prospects"), 9);
        Assert.Equal((1, 1), (w.Kpi("niche_prospects"), w.Kpi("niche_prospects", "sector", "Best")));
        // X, Y and Z bought; X is of the better niche.
        Assert.Equal((1 / 3.0, 1), (w.Kpi("niche_customers"), w.Kpi("niche_customers", "sector", "Best")));
    }

    /// <summary>All are alike in the one niche: open deals of 70 and 20 tell two of them from the rest, whose only difference is the name.</summary>
    [Fact]
    public void Prospects_of_the_same_niches_are_ranked_by_the_money_under_way_and_the_others_share_a_rank()
    {
        _exports.Write("accounts.csv", "id,name,sector\nX,X,Best\nY,Y,Worst\nP,P,Best\nQ,Q,Best\nR,R,Best\nS,S,Best\n");
        _exports.Write("orders.csv", "order id,account id,date,amount\n1,X,2025-02-01,5\n2,Y,2025-02-01,5\n");
        _exports.Write("opportunities.csv", "opportunity id,account id,created,close date,stage,amount\no1,R,2025-01-01,,Open,50\no2,R,2025-01-02,,Open,20\no3,Q,2025-01-01,,Open,20\n" + string.Join("\n",
            from sector in ((string Account, int Won, int All)[])[("X", 40, 50), ("Y", 10, 50)]
            from i in Enumerable.Range(0, sector.All)
            select $"{sector.Account}{i},{sector.Account},2025-01-01,2025-02-01,{(i < sector.Won ? "Won" : "Lost")},1"));
        using var w = new BuiltWarehouse(_exports.Path);
        Assert.Equal([("R", 1L, 70m), ("Q", 2L, 20m), ("P", 3L, 0m), ("S", 3L, 0m)],
            w.Connection.Query<(string, long, decimal)>("select account_id, rank, open_amount from marts.niche_prospects order by position"));
    }

    /// <summary>Sector A wins 200 of 300 against 120 of 300; all twelve customers of B have a margin above the median, none of fourteen in A: farther from the rest, but of fewer.</summary>
    [Fact]
    public void Prospects_of_niches_by_different_measures_are_ranked_by_what_chance_explains_least()
    {
        var customers = Enumerable.Range(1, 14).Select(i => (Id: $"A{i}", Margin: 10)).Concat(Enumerable.Range(1, 12).Select(i => (Id: $"B{i}", Margin: 100))).ToList();
        _exports.Write("accounts.csv", "id,name,sector\nP,P,A\nQ,Q,B\n" + string.Join("\n", customers.Select(customer => $"{customer.Id},{customer.Id},{customer.Id[0]}")));
        _exports.Write("orders.csv", "order id,account id,date,amount,cost\n" + string.Join("\n", customers.Select(customer => $"o{customer.Id},{customer.Id},2025-02-01,{customer.Margin + 5},5")));
        _exports.Write("opportunities.csv", "opportunity id,account id,created,close date,stage,amount\n" + string.Join("\n",
            from sector in ((string Account, int Won)[])[("A1", 200), ("B1", 120)]
            from i in Enumerable.Range(0, 300)
            select $"{sector.Account}-{i},{sector.Account},2025-01-01,2025-02-01,{(i < sector.Won ? "Won" : "Lost")},1"));
        using var w = new BuiltWarehouse(_exports.Path);
        Assert.Equal([("P", 1L, "win_rate: A"), ("Q", 2L, "margin: B")], w.Connection.Query<(string, long, string)>("select account_id, rank, alike_in from marts.niche_prospects order by position"));
    }

    [Fact]
    public void A_period_meets_the_one_before_and_the_same_a_year_before()
    {
        _exports.Write("orders.csv", "customer,date,amount\nA,2024-01-10,80\nA,2024-10-10,200\nA,2025-01-10,100\nA,2025-03-31,0\n");
        using var w = new BuiltWarehouse(_exports.Path);
        Assert.Equal([("previous_period", -0.5), ("year_before", 0.25)], w.Connection.Query<(string, double)>(
            """
            select against, change from marts.comparisons
            where kpi = 'revenue' and dimension = 'all' and period = 'quarter' and period_start = date '2025-01-01' order by against
            """));
    }

    [Fact]
    public void The_forecast_scales_last_year_where_that_did_better()
    {
        // A hundred a month, then a tenth more: five of the six months after the first are foreseen exactly, last year's months miss by ten.
        Monthly(month => month < 12 ? 100 : 110);
        using var w = new BuiltWarehouse(_exports.Path, new DateOnly(2025, 6, 30));
        Assert.Equal(("last_year_scaled", 6L, 660.0, 1320.0), w.Connection.QuerySingle<(string, long, double, double)>(
            "select rule, months_to_come, so_far, forecast from marts.forecast where measure = 'revenue'"));
        Assert.Equal((50 / 550.0, 0.0), w.Connection.QuerySingle<(double, double)>("select error_naive, error_scaled from marts.forecast"));
    }

    [Fact]
    public void Else_the_same_month_last_year_is_used_and_said()
    {
        // January doubled, and nothing after it did.
        Monthly(month => month == 12 ? 200 : 100);
        using var w = new BuiltWarehouse(_exports.Path, new DateOnly(2025, 6, 30));
        Assert.Equal(("same_month_last_year", 1300.0, 1300.0, 1300.0), w.Connection.QuerySingle<(string, double, double, double)>(
            "select rule, forecast, low, high from marts.forecast"));
    }

    [Fact]
    public void More_customers_with_smaller_baskets_ask_for_a_look()
    {
        _exports.Write("orders.csv", Quarters((1, 100, 100), (4, 150, 50)));
        using var w = new BuiltWarehouse(_exports.Path, new DateOnly(2025, 6, 30));
        var (rule, subject, customers, basket) = w.Connection.QuerySingle<(string, string, double, double)>("select rule, subject, figure, other_figure from marts.rules where rule = 'customers_up_basket_down'");
        Assert.Equal(("customers_up_basket_down", "2025-04-01"), (rule, subject));
        Assert.Equal(0.5, customers, 12);
        Assert.Equal(-0.5, basket, 12);
        Assert.Equal([("orders_up_basket_down", "2025-04-01")], w.Connection.Query<(string, string)>("select rule, subject from marts.rules where rule <> 'customers_up_basket_down'"));
    }

    /// <summary>Ten and twelve customers: Byar's intervals, 4.8 to 18.4 and 6.2 to 21.0, meet.</summary>
    [Fact]
    public void A_rise_that_chance_explains_asks_for_no_look()
    {
        _exports.Write("orders.csv", Quarters((1, 10, 100), (4, 12, 50)));
        using var w = new BuiltWarehouse(_exports.Path, new DateOnly(2025, 6, 30));
        Assert.Empty(w.Connection.Query<string>("select rule from marts.rules"));
    }

    [Fact]
    public void What_is_older_than_a_year_asks_for_no_look()
    {
        _exports.Write("orders.csv", Quarters((1, 100, 100), (4, 150, 50), (16, 150, 50)));
        using var w = new BuiltWarehouse(_exports.Path, new DateOnly(2026, 6, 30));
        Assert.Empty(w.Connection.Query<string>("select rule from marts.rules"));
    }

    [Fact]
    public void A_target_that_no_sale_measures_is_flagged()
    {
        _exports.Write("orders.csv", "customer,owner,date,amount\nA,Ann,2025-01-10,100\n");
        _exports.Write("targets.csv", "month,sales rep,metric,target\n2025-01-01,Ann,CA HT,200\n2025-01-01,Bob,,400\n2025-01-01,Ann,Nombre de visites,30\n");
        _exports.Write("activities.csv", "type,date,customer,sales rep\nCall,2025-01-05,A,Ann\nCall,2025-02-05,A,Bob\n");
        using var w = new BuiltWarehouse(_exports.Path, new DateOnly(2025, 1, 31));
        Assert.Equal(["Ann nombre de visites", "Bob revenue"], w.Connection.Query<string>("select subject from marts.rules where rule = 'target_without_measure' order by 1"));
        Assert.Equal(["Bob revenue"], w.Connection.Query<string>("select subject from marts.rules where rule = 'target_without_resource'"));
        // Ann's 100 of 200: ± 196 holds the target; 100 of the 600 of both does not.
        Assert.Equal([("all", -500, true), ("owner", -100, false)], w.Connection.Query<(string, double, bool)>(
            "select dimension, difference, is_more_than_noise from marts.comparisons where kpi = 'revenue' and against = 'target' and period = 'quarter' order by 1"));
    }

    [Fact]
    public void Large_orders_have_an_interval_too()
    {
        _exports.Write("orders.csv", "customer,date,amount\nA,2025-01-10,200000\nB,2025-01-11,300000\n");
        using var w = new BuiltWarehouse(_exports.Path);
        // Half of 100,000 / √2 × √2 × 12.706 around 250,000.
        Assert.Equal(250_000 + 50_000 * 12.706204736, w.Connection.ExecuteScalar<double>(
            "select high from marts.kpis where kpi = 'basket_per_order' and dimension = 'all' and period = 'all' and owner_id is null"), 3);
    }

    public void Dispose() => _exports.Dispose();

    /// <summary>In the months counted from that before January 2025, an order of so much by each of so many customers.</summary>
    private static string Quarters(params (int Month, int Customers, int Amount)[] quarters) => "customer,date,amount\n" + string.Join("\n",
        from quarter in quarters
        from i in Enumerable.Range(1, quarter.Customers)
        select $"c{i},{new DateOnly(2024, 12, 10).AddMonths(quarter.Month):yyyy-MM-dd},{quarter.Amount}");

    private void Monthly(Func<int, int> amount) => _exports.Write("orders.csv", "customer,date,amount\n" + string.Join("\n",
        Enumerable.Range(0, 18).Select(m => $"A,{new DateOnly(2024, 1, 1).AddMonths(m):yyyy-MM-dd},{amount(m)}")));

    private static IEnumerable<(string, bool)> Compared(BuiltWarehouse warehouse, string against) => warehouse.Connection.Query<(string, bool)>(
        """
        select segment, is_more_than_noise from marts.comparisons
        where kpi = 'win_rate_closed_by_count' and dimension = 'sector' and period = 'all' and against = $against order by segment
        """, new { against });
}
