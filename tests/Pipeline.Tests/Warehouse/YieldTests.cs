using Dapper;

namespace Analytics.Pipeline.Tests.Warehouse;

/// <summary>What a customer brings for each euro that winning one costs: its interval, and how segments rank by it.</summary>
public sealed class YieldTests
{
    [Fact]
    public void A_yield_that_fewer_than_ten_won_customers_tell_ranks_behind_those_of_more()
    {
        using var exports = new TemporaryFolder();
        var accounts = Enumerable.Range(1, 20).Select(i => (Id: $"F{i}", Sector: "Few", Won: i <= 9)).Concat(Enumerable.Range(1, 20).Select(i => (Id: $"M{i}", Sector: "Many", Won: i <= 10))).ToList();
        exports.Write("accounts.csv", "id,name,sector\n" + string.Concat(accounts.Select(a => $"{a.Id},{a.Id},{a.Sector}\n")));
        exports.Write("orders.csv", "order id,account id,date,amount,cost\n" + string.Concat(
            from a in accounts from year in a.Won ? [2025] : (int[])[2024, 2025] select $"{a.Id}{year},{a.Id},{year}-06-01,{(a.Sector == "Few" ? 1000 : 10)},1\n"));
        exports.Write("marketing spend.csv", "month,channel,spend\n2025-03-01,Web,100\n");
        exports.Write("leads.csv", "lead id,company,lead date,source\n" + string.Concat(accounts.Where(a => a.Won).Select(a => $"l{a.Id},{a.Id},2025-03-01,Web\n")));
        using var w = new BuiltWarehouse(exports.Path, new DateOnly(2025, 12, 31));

        Assert.Equal([("Many", 10L, 1L), ("Few", 9L, 2L)], w.Connection.Query<(string, long, long)>("select segment, new_customers, rank from marts.effort where dimension = 'sector' order by rank"));
        Assert.True(w.Connection.ExecuteScalar<bool>("select max(margin_per_euro) filter (where segment = 'Few') > max(margin_per_euro) filter (where segment = 'Many') from marts.effort where dimension = 'sector'"));
    }

    [Fact]
    public void The_yield_of_an_euro_has_the_interval_of_who_stays_and_of_how_many_were_won()
    {
        using var exports = new TemporaryFolder();
        exports.Write("accounts.csv", "id,name,sector\nA,A,Retail\nB,B,Retail\nC,C,Retail\nN,N,Retail\n");
        exports.Write("orders.csv", "order id,account id,date,amount,cost\n" + string.Join("\n",
            from account in (string[])["A", "B", "C", "N"]
            from month in Enumerable.Range(0, 24).Where(month => account != "N" || month >= 17)
            let day = new DateOnly(2024, 1, 31).AddMonths(month)
            select $"{account}{month},{account},{day:yyyy-MM-dd},10,4"));
        exports.Write("marketing spend.csv", "month,channel,spend\n2025-03-01,Web,100\n");
        exports.Write("leads.csv", "lead id,company,lead date,source\nl1,N,2025-03-01,Web\n");
        using var w = new BuiltWarehouse(exports.Path, new DateOnly(2025, 12, 31));
        var (value, low, high) = w.Connection.QuerySingle<(double, double, double)>(
            "select margin_per_euro, margin_per_euro_low, margin_per_euro_high from marts.effort where dimension = 'sector'");
        // Four customers made (36 + 7) × 6 of margin in the year; all three of the start stayed: Wilson's low is 3 / (3 + 1.96²).
        // One customer was won for 100: Byar's interval of one event is 0.0131 to 5.5638.
        var margin = 43 * 6 / 4.0;
        Assert.Equal(margin * (1 + (1 / 1.1) + (1 / 1.21)) / 100, value, 6);
        Assert.Equal(margin * (1 + (0.43850 / 1.1) + (0.43850 * 0.43850 / 1.21)) * 0.01307 / 100, low, 4);
        Assert.Equal(margin * (1 + (1 / 1.1) + (1 / 1.21)) * 5.5638 / 100, high, 3);
        // The bars of the segments say the same; the payback has the chance of how many were won alone.
        Assert.Equal((value, low, high, 1), w.Connection.QuerySingle<(double, double, double, long)>(Bar("ltv_to_cac")), (a, b) => Close(a, b));
        Assert.Equal((12 * 100 / margin, 12 * 100 / margin / 5.5638, 12 * 100 / margin / 0.01307, 1), w.Connection.QuerySingle<(double, double, double, long)>(Bar("cac_payback")), (a, b) => Close(a, b));
        Assert.Equal((margin * 2.735537, margin * 1.557547, margin * 2.735537, 4), w.Connection.QuerySingle<(double, double, double, long)>(Bar("lifetime_value")), (a, b) => Close(a, b));

        static string Bar(string kpi) => $"select value, low, high, n from marts.kpis where kpi = '{kpi}' and dimension = 'sector' and segment = 'Retail' and period = 'ttm' and owner_id is null";
        static bool Close((double, double, double, long) a, (double, double, double, long) b) =>
            Math.Abs((a.Item1 / b.Item1) - 1) < 1e-3 && Math.Abs((a.Item2 / b.Item2) - 1) < 1e-3 && Math.Abs((a.Item3 / b.Item3) - 1) < 1e-3 && a.Item4 == b.Item4;
    }

    [Fact]
    public void A_loss_over_a_cost_is_the_worse_the_less_a_customer_costs()
    {
        using var exports = new TemporaryFolder();
        exports.Write("orders.csv", "order id,account id,date,amount\no1,A,2025-01-31,1000\n");
        using var w = new BuiltWarehouse(exports.Path, new DateOnly(2025, 5, 1));
        // Between 4 and 10 are lost on a customer that costs from 2 to 5.
        Assert.Equal((-5, -0.8), w.Connection.QuerySingle<(double, double)>("select value_per_cost_low(-10, 2, 5), value_per_cost_high(-4, 2, 5)"));
        Assert.Equal((0.8, 5), w.Connection.QuerySingle<(double, double)>("select value_per_cost_low(4, 2, 5), value_per_cost_high(10, 2, 5)"));
    }
}
