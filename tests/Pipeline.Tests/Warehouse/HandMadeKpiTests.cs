using Dapper;

namespace Analytics.Pipeline.Tests.Warehouse;

/// <summary>Ten opportunities and six orders small enough to compute on paper.</summary>
public sealed class HandMadeKpiTests : IDisposable
{
    private readonly TemporaryFolder _exports = new();

    public HandMadeKpiTests()
    {
        _exports.Write("accounts.csv", """
            id,name,sector
            A,Alpha,Retail
            B,Beta,Retail
            C,Gamma,Steel

            """);
        _exports.Write("opportunities.csv", """
            opportunity id,account id,owner,created,close date,stage,amount
            1,A,Ann,2025-01-01,2025-01-11,Won,100
            2,A,Ann,2025-01-01,2025-01-31,Closed Won,300
            3,B,Bob,2025-01-15,2025-02-04,Lost,200
            4,B,Bob,2025-02-01,2025-02-01,Gagnée,50
            5,C,Ann,2025-02-01,2025-03-03,Perdue,
            6,C,Ann,2025-03-01,2025-02-01,Won,10
            7,,Bob,2025-03-01,,Negotiation,70
            8,A,Ann,,2025-03-05,Won,40
            9,A,Ann,2025-03-06,,Won,1000

            """);
        _exports.Write("orders.csv", """
            order id,account id,date,amount,cost
            o1,A,2025-01-11,100,60
            o2,A,2025-02-10,300,100
            o3,B,2025-02-01,50,
            o4,B,2025-03-10,-20,-10
            o5,C,2025-03-01,0,0
            o6,A,2025-03-12,100,40

            """);
    }

    [Fact]
    public void The_win_rate_counts_closed_opportunities_with_a_close_date()
    {
        using var w = new BuiltWarehouse(_exports.Path);
        // Won 1, 2, 4, 6, 8; lost 3, 5; 9 is won on no date; 7 is open.
        Assert.Equal(5 / 7.0, w.Kpi("win_rate_closed_by_count"));
        Assert.Equal(1, Excluded(w, "win_rate_closed_by_count"));
    }

    [Fact]
    public void The_win_rate_by_amount_leaves_out_what_carries_no_amount()
    {
        using var w = new BuiltWarehouse(_exports.Path);
        Assert.Equal((100 + 300 + 50 + 10 + 40) / (500.0 + 200), w.Kpi("win_rate_closed_by_amount"));
        Assert.Equal(1, Excluded(w, "win_rate_closed_by_amount"));
    }

    [Fact]
    public void The_cycle_leaves_out_wins_without_a_creation_date_or_before_it()
    {
        using var w = new BuiltWarehouse(_exports.Path);
        // 10, 30 and 0 days; 6 closed before it was created, 8 has no creation date.
        Assert.Equal(40 / 3.0, w.Kpi("sales_cycle_mean"));
        Assert.Equal(10, w.Kpi("sales_cycle_median"));
        Assert.Equal((2, 2), (Excluded(w, "sales_cycle_mean"), Excluded(w, "sales_cycle_median")));
    }

    [Fact]
    public void The_cycle_of_all_that_closed_holds_lost_ones_too_and_what_bears_no_day_is_counted()
    {
        using var w = new BuiltWarehouse(_exports.Path);
        // Won after 10, 30 and 0 days, lost after 20 and 30; 6 and 8 as above.
        Assert.Equal((90 / 5.0, 2), (w.Kpi("sales_cycle_closed_mean"), Excluded(w, "sales_cycle_closed_mean")));
        // 8 was created on no known day, 9 won on none.
        Assert.Equal((8, 1), (w.Kpi("opportunities_created"), Excluded(w, "opportunities_created")));
        Assert.Equal((5, 1, 2), (w.Kpi("opportunities_won"), Excluded(w, "opportunities_won"), w.Kpi("opportunities_lost")));
        // Of the eight 1, 2, 4, 6 and 9 are won, whatever the day, and 7 is open.
        Assert.Equal((5 / 8.0, 1 / 8.0), (w.Kpi("win_rate_cohort"), w.Kpi("opportunities_open_share")));
    }

    [Fact]
    public void Credit_notes_lower_the_revenue_and_are_no_orders()
    {
        using var w = new BuiltWarehouse(_exports.Path);
        Assert.Equal(530, w.Kpi("revenue"));
        Assert.Equal(550 / 4.0, w.Kpi("basket_per_order"));
        Assert.Equal(100, w.Kpi("basket_median"));
        Assert.Equal(1, Excluded(w, "basket_per_order"));
    }

    [Fact]
    public void Margin_is_told_where_the_cost_is_known()
    {
        using var w = new BuiltWarehouse(_exports.Path);
        // o1 40, o2 200, o4 -10, o5 0, o6 60; o3 has no cost.
        Assert.Equal(290, w.Kpi("margin"));
        Assert.Equal(290 / 480.0, w.Kpi("margin_rate"));
        Assert.Equal(1, Excluded(w, "margin"));
    }

    [Fact]
    public void The_pareto_set_is_the_fewest_customers_that_reach_eighty_percent()
    {
        using var w = new BuiltWarehouse(_exports.Path);
        // Alpha 500 of 530 is 94 %, so one customer is enough.
        Assert.Equal(1, w.Kpi("pareto_customers"));
        Assert.Equal([("Alpha", true), ("Beta", false)], w.Connection.Query<(string, bool)>("select name, in_pareto_revenue from marts.customers order by rank_revenue"));
    }

    [Fact]
    public void A_facts_segment_is_its_accounts_and_unknown_accounts_are_kept()
    {
        using var w = new BuiltWarehouse(_exports.Path);
        Assert.Equal(4 / 5.0, w.Kpi("win_rate_closed_by_count", "sector", "Retail"));
        Assert.Equal(1 / 2.0, w.Kpi("win_rate_closed_by_count", "sector", "Steel"));
        Assert.Equal(1, w.Kpi("opportunities_open", "sector", "(unknown)"));
    }

    [Fact]
    public void At_an_earlier_day_later_facts_do_not_exist()
    {
        using var w = new BuiltWarehouse(_exports.Path, new DateOnly(2025, 2, 3));
        // Known: 1, 2 and 4 won (6 is not created yet); 3 closes tomorrow and is open, as are 5 and 8.
        Assert.Equal(1, w.Kpi("win_rate_closed_by_count"));
        Assert.Equal(3, w.Kpi("opportunities_won"));
        Assert.Equal(3, w.Kpi("opportunities_open"));
        Assert.Equal(150, w.Kpi("revenue"));
    }

    [Fact]
    public void The_same_folder_gives_the_same_figures_to_the_byte()
    {
        using var first = new BuiltWarehouse(_exports.Path);
        using var second = new BuiltWarehouse(_exports.Path);
        const string dump = "select md5(string_agg(k::varchar, chr(10) order by k::varchar)) from marts.kpis as k";
        Assert.Equal(first.Connection.ExecuteScalar<string>(dump), second.Connection.ExecuteScalar<string>(dump));
    }

    [Fact]
    public void Shuffled_rows_change_nothing()
    {
        using var before = new BuiltWarehouse(_exports.Path);
        var path = Path.Combine(_exports.Path, "orders.csv");
        var lines = File.ReadAllLines(path);
        File.WriteAllLines(path, lines.Take(1).Concat(lines.Skip(1).Reverse()));
        using var after = new BuiltWarehouse(_exports.Path);
        const string dump = "select string_agg((kpi, dimension, segment, owner_id, period, period_start, numerator, denominator, value, low, high)::varchar, chr(10) order by kpi, dimension, segment, owner_id, period, period_start) from marts.kpis";
        Assert.Equal(before.Connection.ExecuteScalar<string>(dump), after.Connection.ExecuteScalar<string>(dump));
    }

    [Fact]
    public void A_file_split_in_two_changes_nothing()
    {
        using var before = new BuiltWarehouse(_exports.Path);
        var path = Path.Combine(_exports.Path, "orders.csv");
        var lines = File.ReadAllLines(path);
        File.WriteAllLines(path, lines.Take(4));
        File.WriteAllLines(Path.Combine(_exports.Path, "orders-2.csv"), lines.Take(1).Concat(lines.Skip(4)));
        using var after = new BuiltWarehouse(_exports.Path);
        foreach (var kpi in (string[])["revenue", "basket_per_order", "basket_median", "margin", "customers"])
            Assert.Equal(before.Kpi(kpi), after.Kpi(kpi));
    }

    [Fact]
    public void An_overlapping_export_does_not_double()
    {
        _exports.Write("orders-again.csv", "order id,account id,date,amount,cost\no6,A,2025-03-12,100,40\no7,B,2025-03-20,5,1\n");
        using var w = new BuiltWarehouse(_exports.Path);
        Assert.Equal(535, w.Kpi("revenue"));
    }

    [Fact]
    public void Every_row_says_where_it_comes_from()
    {
        using var w = new BuiltWarehouse(_exports.Path);
        Assert.Equal(("orders.csv", 4L), w.Connection.QuerySingle<(string, long)>("select _file, _row from core.orders where order_id = 'o3'"));
    }

    public void Dispose() => _exports.Dispose();

    private static long Excluded(BuiltWarehouse warehouse, string kpi) => warehouse.Connection.ExecuteScalar<long>(
        "select excluded from marts.kpis where kpi = $kpi and dimension = 'all' and period = 'all' and owner_id is null", new { kpi });
}
