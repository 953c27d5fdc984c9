using Dapper;

namespace Analytics.Pipeline.Tests.Warehouse;

/// <summary>Five customers, with too few gaps for percentiles: each is lost after a year of silence.</summary>
public sealed class KeepingKpiTests : IDisposable
{
    private static readonly DateOnly Year2024 = new(2024, 1, 1);
    private static readonly DateOnly Year2025 = new(2025, 1, 1);

    private readonly TemporaryFolder _exports = new();

    public KeepingKpiTests()
    {
        // A is lost on 2024-05-31; C on 2024-06-30, and is back; D on 2025-01-31; E on 2025-09-01; B stays.
        _exports.Write("orders.csv", """
            customer,date,amount
            A,2023-06-01,10
            B,2023-06-01,20
            B,2024-03-01,100
            B,2025-02-01,150
            C,2023-07-01,30
            C,2025-01-01,40
            D,2024-02-01,50
            E,2024-09-01,50

            """);
    }

    [Fact]
    public void Attrition_follows_the_customers_active_at_the_start()
    {
        using var w = new BuiltWarehouse(_exports.Path, new DateOnly(2025, 12, 31));
        // 2024 begins with A, B, C and loses A and C; 2025 begins with B, D, E and loses D and E; C came back on its first day.
        Assert.Equal(2 / 3.0, w.Kpi("attrition", period: "year", start: Year2024));
        Assert.Equal(2 / 3.0, w.Kpi("attrition", period: "year", start: Year2025));
        Assert.Equal(1 / 3.0, w.Kpi("retention", period: "year", start: Year2025));
        Assert.Equal(2, w.Kpi("customers_lost", period: "year", start: Year2025));
        // Of five customers A, D and E are lost.
        Assert.Equal(3 / 5.0, w.Kpi("lost_share"));
        Assert.All(w.Checks, c => Assert.Equal(0, c.Failures));
    }

    [Fact]
    public void Before_the_first_year_nobody_could_be_lost()
    {
        using var w = new BuiltWarehouse(_exports.Path, new DateOnly(2025, 12, 31));
        Assert.Null(w.Kpi("attrition", period: "year", start: new DateOnly(2023, 1, 1)));
    }

    [Fact]
    public void A_silence_that_may_yet_end_is_neither_kept_nor_lost()
    {
        using var w = new BuiltWarehouse(_exports.Path, new DateOnly(2025, 6, 30));
        // E has been silent since 2024 and is due on 2025-09-01, before the year ends.
        Assert.Equal(1 / 2.0, w.Kpi("attrition", period: "year", start: Year2025));
        Assert.Equal(1, w.Connection.ExecuteScalar<long>(
            "select excluded from marts.kpis where kpi = 'attrition' and dimension = 'all' and owner_id is null and period = 'year' and period_start = date '2025-01-01'"));
    }

    [Fact]
    public void A_customer_that_comes_back_within_the_period_was_not_lost_in_it()
    {
        _exports.Write("more.csv", "customer,date,amount\nD,2025-11-01,5\n");
        using var w = new BuiltWarehouse(_exports.Path, new DateOnly(2025, 12, 31));
        Assert.Equal(1 / 3.0, w.Kpi("attrition", period: "year", start: Year2025));
        Assert.Equal(1, w.Kpi("customers_lost", period: "quarter", start: Year2025));
    }

    [Fact]
    public void Retained_revenue_is_that_of_last_years_customers()
    {
        using var w = new BuiltWarehouse(_exports.Path, new DateOnly(2025, 12, 31));
        // 2024: B 100, D 50, E 50.  2025: B 150; C has nothing in 2024 and is left out.
        Assert.Equal(150 / 200.0, w.Kpi("net_revenue_retention", period: "year", start: Year2025));
        Assert.Equal(100 / 200.0, w.Kpi("gross_revenue_retention", period: "year", start: Year2025));
        Assert.Null(w.Kpi("net_revenue_retention", period: "year", start: Year2024));
        Assert.Equal([1L, 1], w.Connection.Query<long>("select excluded from marts.kpis where kpi in ('gross_revenue_retention', 'net_revenue_retention') and dimension = 'all' and owner_id is null and period = 'year' and period_start = date '2025-01-01'"));
    }

    [Fact]
    public void A_cohort_is_followed_from_its_first_quarter()
    {
        using var w = new BuiltWarehouse(_exports.Path, new DateOnly(2024, 3, 31));
        Assert.Equal([(0, 2L, 2L, 30.0), (1, 2, 0, 0), (2, 2, 0, 0), (3, 2, 1, 100)], w.Connection.Query<(int, long, long, double)>(
            "select age::int, customers, active, revenue::double from marts.cohorts where cohort_start = date '2023-04-01' order by age"));
    }

    [Fact]
    public void A_credit_note_older_than_its_customers_first_order_counts_in_the_first_quarter()
    {
        _exports.Write("more.csv", "customer,date,amount\nF,2023-06-20,-7\nF,2024-02-10,60\n");
        using var w = new BuiltWarehouse(_exports.Path, new DateOnly(2024, 3, 31));
        // D and F first ordered in the quarter.
        Assert.Equal((2L, 50 + 60 - 7.0), w.Connection.QuerySingle<(long, double)>("select customers, revenue::double from marts.cohorts where cohort_start = date '2024-01-01' and age = 0"));
        Assert.All(w.Checks, check => Assert.Equal((check.Name, 0L), (check.Name, check.Failures)));
    }

    [Fact]
    public void The_sensitivity_table_says_what_another_rule_would_give()
    {
        using var w = new BuiltWarehouse(_exports.Path, new DateOnly(2025, 12, 31));
        // Twice as patient: in 2025 A is lost (2023-06-01 + 730 days), C never was, D and E are not yet.
        Assert.Equal((5L, 1L), w.Connection.QuerySingle<(long, long)>("select at_start, lost from marts.attrition_sensitivity where factor = 2"));
        Assert.Equal((3L, 2L), w.Connection.QuerySingle<(long, long)>("select at_start, lost from marts.attrition_sensitivity where factor = 1"));
    }

    /// <summary>A shorter silence is a stricter rule on fewer customers: who was silent already when the year began is none of them.</summary>
    [Fact]
    public void By_a_shorter_silence_who_came_back_can_be_lost_anew()
    {
        using var exports = new TemporaryFolder();
        exports.Write("orders.csv", "customer,date,amount\nA,2024-08-01,1\nA,2025-03-01,1\nB,2024-06-15,1\nB,2025-12-01,1\nC,2024-12-01,1\nC,2025-05-01,1\nC,2025-10-01,1\n");
        using var w = new BuiltWarehouse(exports.Path, new DateOnly(2025, 12, 31));
        // Half a year: A is lost on 2025-01-31, back in March and lost again on 31 August; B was lost when the year began; C never is.
        // A year: B alone is lost, on 2025-06-15, and back. Two: nobody.
        Assert.Equal([(0.5, 2L, 1L), (1, 3, 0), (2, 3, 0)], w.Connection.Query<(double, long, long)>(
            "select factor, at_start, lost from marts.attrition_sensitivity where factor in (0.5, 1, 2) order by factor"));
    }

    [Fact]
    public void Who_came_back_and_left_again_in_the_period_is_lost()
    {
        using var exports = new TemporaryFolder();
        // Ten customers as below, from 2023-10-01 on, whose patience is 50 days at least and 100 at most; the first pauses for 106 days and then stops.
        exports.Write("accounts.csv", "id,name,sector\n" + string.Join("\n", Enumerable.Range(1, 10).Select(i => $"c{i:00},c{i:00},{(i == 1 ? "One" : "Other")}")));
        exports.Write("orders.csv", "customer id,date,amount\nc01,2024-04-14,1\n" + string.Join("\n",
            from customer in Enumerable.Range(1, 10)
            from order in Enumerable.Range(0, 10)
            select $"c{customer:00},{new DateOnly(2023, 10, 1).AddDays(order * customer * 10):yyyy-MM-dd},1"));
        using var w = new BuiltWarehouse(exports.Path, new DateOnly(2026, 12, 31));
        Assert.Equal((1, 0, 1), (
            w.Kpi("attrition", "sector", "One", "year", Year2024), w.Kpi("retention", "sector", "One", "year", Year2024), w.Kpi("customers_lost", "sector", "One", "year", Year2024)));
        Assert.Equal([1L, 1, 1, 0, 1], ((string[])["attrition", "customers_lost", "retention"]).SelectMany(kpi => KpiRows.Behind(w.Connection, kpi, new("sector", "One", Year2024, Year2025), 10)).Select(part => part.Count));
        Assert.All(w.Checks, c => Assert.Equal((c.Name, 0L), (c.Name, c.Failures)));
    }

    [Fact]
    public void A_customers_own_rhythm_sets_its_patience()
    {
        using var exports = new TemporaryFolder();
        // Ten customers, nine gaps each: of 10 days for the first, 20 for the second, up to 100.
        exports.Write("orders.csv", "customer,date,amount\n" + string.Join("\n",
            from customer in Enumerable.Range(1, 10)
            from order in Enumerable.Range(0, 10)
            select $"c{customer:00},{new DateOnly(2023, 1, 1).AddDays(order * customer * 10):yyyy-MM-dd},1"));
        using var w = new BuiltWarehouse(exports.Path);
        // Never less than the middle customer's 50 days, never more than the 95th percentile's 100.
        Assert.Equal([50, 50, 50, 50, 50, 60, 70, 80, 90, 100], w.Connection.Query<int>("select lost_after from marts.customers order by name"));
    }

    public void Dispose() => _exports.Dispose();
}
