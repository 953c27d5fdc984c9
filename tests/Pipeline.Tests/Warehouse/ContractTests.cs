using Dapper;

namespace Analytics.Pipeline.Tests.Warehouse;

/// <summary>What holds for every figure: nothing over nothing is nothing, a period ends before its last day's morrow, an order of zero is none, and each can be asked for by segment, period and owner.</summary>
public sealed class ContractTests : IDisposable
{
    private static readonly string[] s_ofAccounts = ["sector", "region", "rfm", "quadrant", "tag", "owner", "team"];
    private readonly TemporaryFolder _exports = new();

    [Fact]
    public void Every_ratio_is_its_numerator_over_its_denominator_and_over_zero_it_is_nothing()
    {
        using var w = Company();
        var wrong = w.Connection.Query<string>("""
            select concat_ws(' ', kpi, dimension, segment, owner_id, period, period_start, numerator, denominator, value)
            from marts.kpis join marts.kpi_catalog using (kpi)
            where kind in ('rate', 'share', 'mean')
              and value is distinct from case when denominator <> 0 then numerator::double / denominator::double end
            """);
        Assert.Empty(wrong);
        // Some segment or month has no calls that tell, no answers, no deals that closed, no spend to share out.
        var empty = w.Connection.Query<string>("select distinct kpi from marts.kpis join marts.kpi_catalog using (kpi) where kind in ('rate', 'share', 'mean') and coalesce(denominator, 0) = 0").ToList();
        Assert.True(empty.Count >= 20, string.Join(", ", empty));
        Assert.Equal(0, w.Connection.ExecuteScalar<long>("select count(*) from marts.kpis where isnan(value) or isinf(value) or isnan(low) or isinf(low) or isnan(high) or isinf(high)"));
    }

    [Fact]
    public void An_interval_holds_its_figure_and_nothing_that_no_figure_can_be()
    {
        using var w = Company();
        Assert.Empty(w.Connection.Query<string>("""
            select concat_ws(' ', kpi, dimension, segment, owner_id, period, period_start, value, low, high)
            from marts.kpis join marts.kpi_catalog using (kpi)
            where low > value + 1e-6 or high < value - 1e-6 or low < least - 1e-9 or high > most + 1e-9 or (low is null) <> (high is null)
            """));
    }

    /// <summary>What is an estimate of ten or more facts that differ says how sure it is; the others are counted, added up, or set against what a person set.</summary>
    [Fact]
    public void Every_estimate_says_how_sure_it_is()
    {
        using var w = Company();
        var silent = w.Connection.Query<string>("""
            select distinct kpi from marts.kpis join marts.kpi_catalog using (kpi)
            where kind not in ('sum', 'count') and dimension = 'all' and owner_id is null and period in ('all', 'ttm') and value is not null and n >= 10 and low is null order by 1
            """);
        Assert.Equal([], silent.Except(["margin_to_target", "pipeline_coverage", "revenue_to_target"]));
    }

    /// <summary>Everything happens on the last day of January, the first and last of February, and the first of March.</summary>
    [Fact]
    public void A_period_holds_its_first_day_and_not_the_day_after_its_last()
    {
        string[] days = ["2025-01-31", "2025-02-01", "2025-02-28", "2025-03-01"];
        string Each(string header, Func<string, int, string> row) => header + "\n" + string.Concat(days.Select((day, i) => row(day, i) + "\n"));
        _exports.Write("accounts.csv", Each("id,name,created", (day, i) => $"A{i},A{i},{day}"));
        _exports.Write("orders.csv", Each("order id,account id,date,amount,promised date,delivery date", (day, i) => $"o{i},A{i},{day},1{i},{day},{day}"));
        _exports.Write("opportunities.csv", Each("opportunity id,account id,created,close date,stage,amount", (day, i) => $"w{i},A{i},{day},{day},Won,5")
            + string.Concat(days.Select((day, i) => $"l{i},A{i},2025-01-02,{day},Lost,5\n")));
        _exports.Write("leads.csv", Each("lead id,company,lead date,source", (day, i) => $"l{i},A{i},{day},Web"));
        _exports.Write("activities.csv", Each("activity type,date,account,owner,duration", (day, i) => $"Call,{day},A{i},Ann,10"));
        _exports.Write("quotes.csv", Each("quote id,account id,sent date,amount", (day, i) => $"q{i},A{i},{day},5"));
        _exports.Write("complaints.csv", Each("ticket id,account,opened,reason", (day, i) => $"k{i},A{i},{day},Late"));
        _exports.Write("surveys.csv", Each("response id,account,response date,score", (day, i) => $"s{i},A{i},{day},9"));
        _exports.Write("marketing spend.csv", Each("date,channel,spend", (day, _) => $"{day},Web,100"));
        _exports.Write("action plan.csv", Each("action id,action,account,due date,completion date,status", (day, i) => $"x{i},Ring,A{i},{day},{day},Done"));
        using var w = new BuiltWarehouse(_exports.Path, new DateOnly(2025, 3, 31));
        var february = new DateOnly(2025, 2, 1);
        foreach (var kpi in (string[])["accounts_opened", "orders", "customers", "customers_new", "opportunities_won", "opportunities_lost", "opportunities_created", "leads", "calls", "quotes", "complaints", "actions_planned"])
            Assert.Equal((kpi, 2), (kpi, w.Kpi(kpi, period: "month", start: february)));
        Assert.Equal((11 + 12, 200), (w.Kpi("revenue", period: "month", start: february), w.Kpi("acquisition_cost", period: "month", start: february)));
        foreach (var kpi in (string[])["satisfaction", "late_delivery_rate", "win_rate_closed_by_count"])
            Assert.Equal((kpi, kpi == "win_rate_closed_by_count" ? 4 : 2), (kpi, w.Connection.ExecuteScalar<long>("select n from marts.kpis where kpi = $kpi and dimension = 'all' and period = 'month' and period_start = date '2025-02-01' and owner_id is null", new { kpi })));
    }

    [Fact]
    public void A_credit_note_counts_on_its_own_day_under_its_customer_and_family()
    {
        _exports.Write("products.csv", "id,name,family\np1,Drill,Machines\n");
        _exports.Write("accounts.csv", "id,name,sector\nA,Alpha,Retail\n");
        _exports.Write("orders.csv", "order id,account id,product,date,amount,cost\no1,A,Drill,2025-01-10,100,60\no2,A,Drill,2025-02-10,-30,-18\n");
        using var w = new BuiltWarehouse(_exports.Path);
        var (january, february) = (new DateOnly(2025, 1, 1), new DateOnly(2025, 2, 1));
        Assert.Equal((100, -30, -12), (w.Kpi("revenue", period: "month", start: january), w.Kpi("revenue", period: "month", start: february), w.Kpi("margin", period: "month", start: february)));
        Assert.Equal((70, 70), (w.Kpi("revenue", "sector", "Retail"), w.Kpi("revenue", "family", "Machines")));
        // February has no order, so no basket and no customer; its margin rate is that of what came back.
        Assert.Equal((null, null, 12 / 30d), (w.Kpi("basket_per_order", period: "month", start: february), w.Kpi("basket_per_customer", period: "month", start: february), w.Kpi("margin_rate", period: "month", start: february)));
        Assert.Equal((1, 0), (w.Kpi("orders"), w.Kpi("orders", period: "month", start: february) ?? 0));
    }

    /// <summary>A buys for money once; B only ever took a sample; A's two samples in the second year are no orders.</summary>
    [Fact]
    public void An_order_of_zero_makes_no_customer_brings_none_back_and_counts_nowhere()
    {
        _exports.Write("orders.csv", "order id,account id,date,amount\no1,A,2023-01-10,100\no2,A,2025-02-10,0\no3,A,2025-03-10,0\no4,B,2025-03-11,0\no5,C,2025-12-31,50\n");
        _exports.Write("complaints.csv", "ticket id,account,opened,reason\nt1,A,2025-02-11,Late\n");
        using var w = new BuiltWarehouse(_exports.Path, new DateOnly(2025, 12, 31));
        Assert.Equal((2, 2, 0), (w.Kpi("customers_ever"), w.Kpi("customers_new"), w.Kpi("recurring_rate")));
        Assert.Equal((1 / 2d, 1), (w.Kpi("lost_share"), w.Kpi("complaints_per_order", period: "year", start: new DateOnly(2025, 1, 1))));
        Assert.Equal(1L, w.Connection.ExecuteScalar<long>("select orders from marts.customers where name = 'A'"));
        Assert.Equal("2024-01-10", w.Connection.ExecuteScalar<string>("select lost_at::varchar from marts.customers where name = 'A'"));
        Assert.Equal((50, 3L), (w.Kpi("basket_per_order", period: "year", start: new DateOnly(2025, 1, 1)),
            w.Connection.ExecuteScalar<long>("select excluded from marts.kpis where kpi = 'basket_per_order' and dimension = 'all' and period = 'year' and period_start = date '2025-01-01' and owner_id is null")));
    }

    [Fact]
    public void Every_figure_can_be_asked_for_by_what_its_facts_tell_each_period_and_each_owner()
    {
        using var w = Company();
        string[] sales = ["revenue", "orders", "customers", "basket_per_order", "basket_median", "basket_per_customer", "margin", "margin_rate", "cross_sell_revenue", "cross_sell_share", "delivery_delay", "late_delivery_rate", "lifetime_value", "ltv_to_cac", "cac_payback"];
        string[] deals = ["opportunities_won", "opportunities_lost", "opportunities_created", "opportunities_created_new", "opportunities_created_existing", "opportunities_open", "opportunities_open_share", "win_rate_closed_by_count",
            "win_rate_closed_by_amount", "win_rate_cohort", "sales_cycle_mean", "sales_cycle_closed_mean", "sales_cycle_median", "sales_cycle_waiting", "sales_velocity", "contacts_to_win", "contacts_to_loss", "stopped_by_third_contact"];
        // Set for people and teams; of the team alone; of what accounts are; drawn towards a segment's own rate, so not by who sold.
        var others = new Dictionary<string, string[]>(StringComparer.Ordinal)
        {
            ["revenue_to_target"] = ["owner", "team"],
            ["margin_to_target"] = ["owner", "team"],
            ["pipeline_coverage"] = ["owner", "team"],
            ["new_customer_share"] = [],
            ["family_loyalty"] = ["sector", "region", "rfm", "quadrant", "tag", "family"],
            ["win_rate_shrunk"] = ["sector", "region", "tag", "product", "family"],
        };
        // What has no row where there is nothing: nobody scores here, and no niche stands out.
        string[] silent = ["future_top20", "niche_prospects"];
        var dimensions = w.Connection.Query<(string Kpi, string Dimension)>("select distinct kpi, dimension from marts.kpis where dimension <> 'all'").ToLookup(row => row.Kpi, row => row.Dimension);
        Assert.All(w.Connection.Query<string>("select kpi from marts.kpi_catalog where missing is null").Except(silent), kpi => Assert.Equal(
            (kpi, Listed(others.GetValueOrDefault(kpi) ?? (sales.Contains(kpi) ? [.. s_ofAccounts, "product", "family", "order_kind"] : deals.Contains(kpi) ? [.. s_ofAccounts, "product", "family"] : s_ofAccounts))),
            (kpi, Listed(dimensions[kpi].Where(dimension => dimension != "channel")))));
        // As of one day, or over a year: what customers are, what is open, what is set for the time that runs.
        var whole = w.Connection.Query<(string Kpi, string Periods)>("select kpi, string_agg(distinct period, ' ' order by period) from marts.kpis where dimension = 'all' group by kpi").ToList();
        Assert.All(whole, row => Assert.True(row.Periods is "all" or "ttm" || row.Periods.Contains("year", StringComparison.Ordinal), $"{row}"));
        Assert.True(whole.Count(row => row.Periods == "all month quarter ttm year") >= 55);
        string[] ofNobody = ["family_loyalty", "gini_revenue", "gini_margin", "gini_profit", "pareto_top20_share", "pareto_top20_share_margin", "pareto_top20_share_profit", "revenue_to_target", "margin_to_target", "pipeline_coverage"];
        Assert.Equal(Listed(ofNobody), Listed(w.Connection.Query<string>("select kpi from marts.kpis group by kpi having count(owner_id) = 0").Except(silent)));
    }

    public void Dispose() => _exports.Dispose();

    private static string Listed(IEnumerable<string> names) => string.Join(' ', names.Order(StringComparer.Ordinal));

    private BuiltWarehouse Company()
    {
        foreach (var table in SmallCompany.Tables()) table.Write(_exports);
        return new(_exports.Path, SmallCompany.AsOf);
    }
}
