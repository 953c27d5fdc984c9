using Dapper;

namespace Analytics.Pipeline.Tests.Warehouse;

/// <summary>Deliveries, contracts, loyalty to a product family, and what a team does to open doors: one folder, each figure on paper.</summary>
public sealed class CareKpiTests : IDisposable
{
    private readonly TemporaryFolder _exports = new();

    public CareKpiTests()
    {
        _exports.Write("products.csv", "id,name,family\nf,Filter,F\ng,Glove,G\n");
        _exports.Write("owners.csv", "id,name,team\nw1,Ann,North\nw2,Bob,North\n");
        _exports.Write("accounts.csv", "id,name,sector,created on\nA,A,S,2023-01-01\nB,B,S,2023-01-02\nP,P,T,2025-01-10\nP2,P2,T,2026-02-01\n");
        // o1 comes in two parts, three days late at last; o2 two days early; o3 never came; o4 is not due yet.
        _exports.Write("orders.csv", """
            order id,customer id,product,sales rep,date,amount,promised date,delivery date
            o1,A,Filter,Ann,2023-03-01,10,2023-03-10,2023-03-12
            o1,A,Filter,Ann,2023-03-01,10,2023-03-10,2023-03-13
            o2,A,Filter,Ann,2023-05-01,10,2023-05-10,2023-05-08
            o3,B,Filter,Bob,2023-05-01,10,2023-05-20,
            o4,C,Filter,Bob,2025-12-01,10,2026-01-15,
            o5,A,Filter,Ann,2023-06-01,0,2023-06-02,2023-06-30

            """ + string.Join("\n", Enumerable.Range(1, 10).SelectMany(i => new[]
            {
                $"g{i}a,g{i},Glove,Ann,2024-01-01,10,,",
                $"g{i}b,g{i},Glove,{(i == 1 ? "Bob" : "Ann")},{new DateOnly(2024, 1, 1).AddDays(10 * i):yyyy-MM-dd},10,,",
            })) + "\n");
        // A renews after a fortnight, B does not, C's has no end, D's ended a fortnight ago, E comes back after three months.
        _exports.Write("contracts.csv", """
            contract id,customer id,start date,end date
            1,A,2023-01-01,2023-12-31
            2,A,2024-01-15,2024-12-31
            3,B,2023-02-01,2023-12-31
            4,C,2024-01-01,
            5,D,2024-01-01,2025-12-15
            6,E,2023-06-01,2024-06-30
            7,E,2024-10-01,2026-06-30

            """);
        _exports.Write("quotes.csv", "quote id,customer id,sales rep,sent on,amount\nq1,P,Ann,2025-03-01,5\nq2,A,Bob,2025-03-02,5\nq3,A,Bob,2025-04-02,5\n");
        _exports.Write("activities.csv", "type,date,customer id,sales rep\nCall,2025-02-01,P,Ann\nVisit,2025-02-10,P,Ann\nCall,2025-02-11,P,Bob\nCall,2025-05-01,D,Ann\nCall,2025-05-01,A,Ann\nCall,2022-12-31,A,Bob\n");
    }

    [Fact]
    public void A_delivery_is_late_after_its_day_and_while_it_is_awaited()
    {
        using var w = Build();
        Assert.Equal((2m, 3m, 0L), Ratio(w, "late_delivery_rate"));
        Assert.Equal((1m, 1m, 0L), Ratio(w, "late_delivery_rate", period: "quarter", start: "2023-01-01"));
        // Three days late and two early; o3 has no day yet.
        Assert.Equal((1m, 2m, 1L), Ratio(w, "delivery_delay"));
        Assert.Equal(0.5, w.Kpi("delivery_delay"));
        Assert.Equal((1m, 1m, 0L), Ratio(w, "late_delivery_rate", "owner", "Bob"));
    }

    [Fact]
    public void A_delivery_before_its_order_tells_nothing_and_is_counted_as_left_out()
    {
        using var exports = new TemporaryFolder();
        // Two days late; delivered three years before it was ordered; an invoice, younger than its delivery, a day late.
        exports.Write("orders.csv", """
            order id,customer id,date,amount,promised date,delivery date
            o1,A,2025-03-01,10,2025-03-10,2025-03-12
            o2,A,2025-03-01,10,2025-03-10,2022-03-09
            o3,A,2025-03-31,10,2025-03-20,2025-03-21

            """);
        using var w = new BuiltWarehouse(exports.Path, new DateOnly(2025, 12, 31));
        Assert.Equal((3m, 2m, 1L), Ratio(w, "delivery_delay"));
        Assert.Equal((2m, 2m, 1L), Ratio(w, "late_delivery_rate"));
    }

    [Fact]
    public void Loyal_are_those_who_buy_a_family_again_within_its_usual_gap()
    {
        using var w = Build();
        // Gaps of G: 10, 20 … 100, upper quartile 80. F has one gap (61), so that of all eleven counts: 80 too.
        Assert.Equal([("F", 80), ("G", 80)], w.Connection.Query<(string, int)>("select family, usual_days from marts.family_norms order by family"));
        Assert.Equal((8m, 10m, 0L), Ratio(w, "family_loyalty", "family", "G"));
        Assert.Equal((1m, 2m, 1L), Ratio(w, "family_loyalty", "family", "F"));
        Assert.Equal((9m, 12m, 1L), Ratio(w, "family_loyalty"));
        Assert.Equal((1m, 2m, 0L), Ratio(w, "family_loyalty", "family", "F", "year", "2023-01-01"));
        // A bought twice in 2023's second quarter and before, and not again after.
        Assert.Equal((0m, 2m, 0L), Ratio(w, "family_loyalty", "family", "F", "quarter", "2023-04-01"));
    }

    [Fact]
    public void A_contract_is_lost_where_none_follows_within_a_month_nor_before_the_period_ends()
    {
        using var w = Build();
        Assert.Equal((1m, 3m, 0L), Ratio(w, "contract_attrition", period: "year", start: "2024-01-01"));
        Assert.Equal((1m, 3m, 1L), Ratio(w, "contract_attrition", period: "year", start: "2025-01-01"));
        Assert.Equal((1m, 4m, 0L), Ratio(w, "contract_attrition", period: "quarter", start: "2024-07-01"));
    }

    [Fact]
    public void What_a_team_does_to_open_doors_is_counted_by_who_did_it()
    {
        using var w = Build();
        Assert.Equal((3, 1, 2), (w.Kpi("quotes"), w.Kpi("quotes", "owner", "Ann"), w.Kpi("quotes", "owner", "Bob")));
        Assert.Equal(2, w.Kpi("quotes", period: "quarter", start: new DateOnly(2025, 1, 1)));
        Assert.Equal((3, 1), (w.Kpi("accounts_opened"), w.Kpi("accounts_opened", "sector", "T")));
        // P by both, D by Ann, A before it was a customer by Bob; not A after.
        Assert.Equal((3, 2, 2), (w.Kpi("prospects_contacted"), w.Kpi("prospects_contacted", "owner", "Ann"), w.Kpi("prospects_contacted", "owner", "Bob")));
        Assert.Equal(1, w.Kpi("prospects_contacted", period: "quarter", start: new DateOnly(2025, 1, 1)));
        // o5 is of zero.
        Assert.Equal((24, 2), (w.Kpi("orders"), w.Kpi("orders", "family", "F", "year", new DateOnly(2023, 1, 1)) - 1));
    }

    [Fact]
    public void What_changed_before_a_loss_is_held_against_those_who_stayed()
    {
        using var w = Build();
        // All but C were silent for a year: A and B after a late delivery, g1 after Bob took over from Ann.
        Assert.Equal([("late_delivery", 2L, 12L, 0L, 1L, false), ("owner_change", 1L, 12L, 0L, 1L, false)],
            w.Connection.Query<(string, long, long, long, long, bool)>("select change, lost_with, lost, kept_with, kept, is_more_than_noise from marts.loss_changes order by 1"));
    }

    [Fact]
    public void All_checks_pass()
    {
        using var w = Build();
        Assert.DoesNotContain(w.Checks, c => c.Failures > 0);
    }

    public void Dispose() => _exports.Dispose();

    private BuiltWarehouse Build() => new(_exports.Path, new DateOnly(2025, 12, 31));

    private static (decimal, decimal, long) Ratio(BuiltWarehouse warehouse, string kpi, string dimension = "all", string segment = "all", string period = "all", string? start = null) =>
        warehouse.Connection.QuerySingle<(decimal, decimal, long)>(
            """
            select numerator::decimal(18, 2), denominator::decimal(18, 2), excluded from marts.kpis
            where kpi = $kpi and dimension = $dimension and segment = $segment and period = $period and owner_id is null and ($start is null or period_start = $start::date)
            """,
            new { kpi, dimension, segment, period, start });
}
