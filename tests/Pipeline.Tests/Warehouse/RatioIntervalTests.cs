using System.Globalization;
using Analytics.Pipeline.DuckDb;
using Analytics.Pipeline.Warehouse;
using Dapper;

namespace Analytics.Pipeline.Tests.Warehouse;

/// <summary>How sure a ratio of two amounts is: by hand, by identities, and by how often the truth lies within.</summary>
public sealed class RatioIntervalTests : IDisposable
{
    private readonly TemporaryFolder _exports = new();

    // Two degrees of freedom, and one.
    private const double TwoLeft = 4.3026527297;
    private const double OneLeft = 12.706204736;

    [Fact]
    public void A_margin_rates_interval_comes_from_how_far_each_order_is_from_it()
    {
        _exports.Write("orders.csv", "order id,customer,date,amount,cost\no1,A,2025-01-10,100,60\no2,A,2025-02-10,300,150\no3,B,2025-03-10,200,110\no4,B,2025-03-11,50,\n");
        using var w = new BuiltWarehouse(_exports.Path);
        // 280 of 600; margins lie 40 - 46 2/3, 150 - 140 and 90 - 93 1/3 from it: 44 4/9 + 100 + 11 1/9 = 155 5/9.
        var reach = TwoLeft * Math.Sqrt((44 + (4 / 9d) + 100 + 11 + (1 / 9d)) * 3 / 2) / 600;
        Same((280 / 600d) - reach, (280 / 600d) + reach, Interval(w, "margin_rate"));
    }

    [Fact]
    public void A_basket_per_customers_interval_comes_from_how_much_customers_differ()
    {
        _exports.Write("orders.csv", """
            order id,customer,owner,product,date,amount
            o1,A,Ann,Drill,2025-01-10,100
            o2,A,Bob,Oil,2025-02-10,50
            o3,B,Ann,Drill,2025-02-11,30
            o4,C,Ann,Oil,2025-02-12,60
            o5,C,Bob,Oil,2025-02-13,-20
            o6,D,Bob,Oil,2025-02-14,-5

            """);
        _exports.Write("accounts.csv", "id,name,sector\nA,Alpha,Retail\nB,Beta,Retail\nC,Gamma,Steel\nD,Delta,Steel\n");
        using var w = new BuiltWarehouse(_exports.Path);
        // A 150, B 30, C 40; D only has a credit note, which lowers the revenue and makes no customer. 215 over 3; 220 are theirs.
        var basket = 215 / 3d;
        var reach = TwoLeft * Math.Sqrt(((150 * 150) + (30 * 30) + (40 * 40) - (2 * basket * 220) + (3 * basket * basket)) * 3 / 2) / 3;
        Same(basket - reach, basket + reach, Interval(w, "basket_per_customer"));
        // The retailers A and B lie 60 each way from 90.
        var retail = OneLeft * Math.Sqrt(2 * 60 * 60 * 2) / 2;
        Same(90 - retail, 90 + retail, Interval(w, "basket_per_customer", "sector", "Retail"));
        Assert.Equal(2, w.Connection.ExecuteScalar<long>("select count(value) filter (where low is null) from marts.kpis where kpi = 'basket_per_customer' and dimension = 'product' and period = 'all' and owner_id is null"));
        Assert.All(w.Checks, check => Assert.Equal((check.Name, 0L), (check.Name, check.Failures)));
    }

    [Fact]
    public void Retained_revenues_interval_comes_from_how_much_customers_differ()
    {
        _exports.Write("orders.csv", """
            customer,date,amount
            A,2024-01-05,100
            B,2024-02-05,200
            C,2024-03-05,50
            A,2025-02-05,150
            B,2025-02-05,100
            E,2025-03-05,70
            A,2025-12-31,10

            """);
        using var w = new BuiltWarehouse(_exports.Path, new DateOnly(2025, 12, 31));
        // A 100 → 160, B 200 → 100, C 50 → 0: net 260 of 350, gross 200 of 350.
        double Reach(double rate, params double[] now) =>
            TwoLeft * Math.Sqrt((Square(now[0] - (100 * rate)) + Square(now[1] - (200 * rate)) + Square(now[2] - (50 * rate))) * 3 / 2) / 350;
        var net = Reach(260 / 350d, 160, 100, 0);
        Same((260 / 350d) - net, (260 / 350d) + net, Interval(w, "net_revenue_retention", period: "year"));
        // The gross one is a share: no more than all of it is kept, nor less than nothing.
        var gross = Reach(200 / 350d, 100, 100, 0);
        Same(Math.Max((200 / 350d) - gross, 0), Math.Min((200 / 350d) + gross, 1), Interval(w, "gross_revenue_retention", period: "year"));
    }

    [Fact]
    public void A_win_rate_by_amount_is_as_sure_as_the_deals_that_weigh_in_it_are_many()
    {
        _exports.Write("opportunities.csv", """
            opportunity id,account,created,close date,stage,amount
            1,A,2025-01-01,2025-01-11,Won,300
            2,B,2025-01-01,2025-01-31,Lost,100
            3,C,2025-01-15,2025-02-04,Lost,
            4,C,2025-01-16,,Negotiation,900

            """);
        using var w = new BuiltWarehouse(_exports.Path);
        // 400² / (300² + 100²) = 1.6 deals of one size, of which 1.2 are won. Wilson (1927): (k + z²/2 ± z √(k (n − k) / n + z²/4)) / (n + z²).
        const double z = 1.9599639845;
        var (centre, reach) = (1.2 + (z * z / 2), z * Math.Sqrt((1.2 * 0.4 / 1.6) + (z * z / 4)));
        Same((centre - reach) / (1.6 + (z * z)), (centre + reach) / (1.6 + (z * z)), Interval(w, "win_rate_closed_by_amount"));
    }

    [Fact]
    public void Where_all_weigh_alike_it_is_wilsons_own_and_of_counts_that_of_a_mean()
    {
        using var db = Formulas();
        Assert.Equal(Value(db, "wilson_low(3, 8)"), Value(db, "amount_share_low(3 * 250, 8 * 250, 8 * 250 * 250)"), 12);
        Assert.Equal(Value(db, "wilson_high(3, 8)"), Value(db, "amount_share_high(3 * 250, 8 * 250, 8 * 250 * 250)"), 12);
        // 1, 4 and 7, each of one.
        Assert.Equal(Value(db, "mean_low(3, 12, 66)"), Value(db, "ratio_low(3, 12, 3, 66, 12, 3)"), 12);
        Assert.Equal(Value(db, "mean_high(3, 12, 66)"), Value(db, "ratio_high(3, 12, 3, 66, 12, 3)"), 12);
    }

    [Fact]
    public void One_thing_and_a_sum_of_nothing_have_none()
    {
        using var db = Formulas();
        Assert.True(db.ExecuteScalar<bool>("select ratio_low(1, 5, 10, 25, 50, 100) is null and ratio_low(3, 5, 0, 25, 0, 0) is null and amount_share_low(0, 0, 0) is null"));
    }

    [Fact]
    public void What_is_the_same_for_each_is_sure_and_not_by_a_rounding()
    {
        using var db = Formulas();
        // 40.1 % of 0.1, of 0.2 and of 0.7.
        const string sums = "3, 0.401::double, 1::double, 0.401::double * 0.401 * 0.54, 0.401::double * 0.54, 0.54::double";
        Assert.Equal(Value(db, $"ratio_low({sums})"), Value(db, $"ratio_high({sums})"));
    }

    [Fact]
    public void No_interval_says_what_no_value_can_be()
    {
        _exports.Write("orders.csv", "customer,date,amount\nA,2025-01-10,10\nB,2025-02-10,1000\n");
        _exports.Write("surveys.csv", "response id,customer id,response date,score\ns1,A,2025-02-01,2\ns2,B,2025-02-02,9\n");
        using var w = new BuiltWarehouse(_exports.Path);
        // Student's of two answers goes from far below nothing to far above the scale.
        Assert.Equal((0, 10), Interval(w, "satisfaction"));
        Assert.Equal((-1, 1), Interval(w, "net_promoter_score"));
        Assert.Equal(0, Interval(w, "basket_per_order").Low);
    }

    [Fact]
    public void The_truth_lies_within_about_nineteen_times_in_twenty()
    {
        using var db = Formulas();
        var random = new Random(5);
        // Orders of uneven size whose margin is 30 % on the whole: 2,000 times forty of them. Of few and uneven ones it is somewhat less often.
        var draws = Enumerable.Range(0, 2000).Select(draw => string.Join(',', Enumerable.Range(0, 40).Select(_ =>
        {
            var amount = Math.Exp(random.NextDouble() * 3);
            return string.Create(CultureInfo.InvariantCulture, $"({draw}, {amount * (0.1 + (random.NextDouble() * 0.4))}::double, {amount}::double)");
        })));
        db.Execute("create table drawn (draw int, a double, b double)");
        foreach (var rows in draws.Chunk(50)) db.Execute($"insert into drawn values {string.Join(',', rows)}");
        var within = db.ExecuteScalar<double>("""
            select avg((0.3 between ratio_low(n, a, b, aa, ab, bb) and ratio_high(n, a, b, aa, ab, bb))::int)
            from (select count(*) as n, sum(a) as a, sum(b) as b, sum(a * a) as aa, sum(a * b) as ab, sum(b * b) as bb from drawn group by draw)
            """);
        Assert.InRange(within, 0.925, 0.96);
    }

    public void Dispose() => _exports.Dispose();

    private static double Square(double x) => x * x;

    private static DuckDBConnection Formulas()
    {
        var connection = new DuckDBConnection("Data Source=:memory:");
        connection.Open();
        WarehouseSchema.Create(connection);
        return connection;
    }

    private static double Value(DuckDBConnection db, string formula) => db.ExecuteScalar<double>($"select ({formula})::double");

    private static void Same(double low, double high, (double Low, double High) found)
    {
        Assert.Equal(low, found.Low, 9);
        Assert.Equal(high, found.High, 9);
    }

    private static (double Low, double High) Interval(BuiltWarehouse w, string kpi, string dimension = "all", string segment = "all", string period = "all") =>
        w.Connection.QuerySingle<(double, double)>(
            """
            select low, high from marts.kpis
            where kpi = $kpi and dimension = $dimension and segment = $segment and period = $period and owner_id is null
            order by period_start desc limit 1
            """,
            new { kpi, dimension, segment, period });
}
