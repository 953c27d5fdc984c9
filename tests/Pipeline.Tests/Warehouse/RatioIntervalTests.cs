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
        // Drills: A 100, B 30. Oil: A 50, C 60 less 20; D's credit note is in the 85 that two of them make.
        var drills = OneLeft * Math.Sqrt(2 * 35 * 35 * 2) / 2;
        Same(65 - drills, 65 + drills, Interval(w, "basket_per_customer", "product", "Drill"));
        var oil = OneLeft * Math.Sqrt(((50 * 50) + (40 * 40) - (2 * 42.5 * 90) + (2 * 42.5 * 42.5)) * 2) / 2;
        Same(42.5 - oil, 42.5 + oil, Interval(w, "basket_per_customer", "product", "Oil"));
        // Ann's A, B and C brought her 100, 30 and 60, her retailers 100 and 30; Bob's only order is A's.
        var ann = TwoLeft * Math.Sqrt((Square(100 - (190 / 3d)) + Square(30 - (190 / 3d)) + Square(60 - (190 / 3d))) * 3 / 2) / 3;
        Same((190 / 3d) - ann, (190 / 3d) + ann, Interval(w, "basket_per_customer", "owner", "Ann"));
        Same((190 / 3d) - ann, (190 / 3d) + ann, Interval(w, "basket_per_customer", owner: "Ann"));
        Same(65 - drills, 65 + drills, Interval(w, "basket_per_customer", "sector", "Retail", owner: "Ann"));
        Same(65 - drills, 65 + drills, Interval(w, "basket_per_customer", "product", "Drill", "ttm", "Ann"));
        // Of one month or year of a product nobody knows; of Bob's one customer neither.
        Assert.Equal(0, w.Connection.ExecuteScalar<long>("""
            select count(low) from marts.kpis as k left join core.owners as o using (owner_id)
            where kpi = 'basket_per_customer' and ((dimension = 'product' and period not in ('all', 'ttm')) or (o.name = 'Bob' and dimension = 'all'))
            """));
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
        // 400² / (300² + 100²) = 1.6 deals of one size, of which 1.2 are won.
        var (low, high) = Wilson(1.2, 1.6);
        Same(low, high, Interval(w, "win_rate_closed_by_amount"));
    }

    [Fact]
    public void A_share_of_time_is_as_sure_as_the_hours_are_many()
    {
        _exports.Write("orders.csv", "order id,customer,date,amount\no1,A,2025-01-10,100\n");
        _exports.Write("activities.csv", """
            id,activity type,customer,owner,date,duration
            1,Visit,B,Ann,2025-02-01,90
            2,Call,B,Ann,2025-02-02,30
            3,Visit,A,Ann,2025-02-03,60
            4,E-mail,A,Ann,2025-02-04,

            """);
        using var w = new BuiltWarehouse(_exports.Path, new DateOnly(2025, 3, 1));
        // 120 of 180 minutes; 180² / (90² + 30² + 60²) = 18/7 activities of one length. An e-mail of no known length weighs nothing.
        var (low, high) = Wilson(12 / 7d, 18 / 7d);
        Same(low, high, Interval(w, "prospecting_time"));
    }

    [Fact]
    public void A_cross_sold_share_is_as_sure_as_the_orders_that_weigh_in_it_are_many()
    {
        _exports.Write("products.csv", "id,name,family\np1,Drill,Machines\np2,Oil,Supplies\n");
        _exports.Write("orders.csv", """
            order id,customer,product,date,amount
            o1,A,Drill,2025-01-10,300
            o2,A,Oil,2025-02-10,100
            o3,B,Oil,2025-02-11,200
            o4,B,Oil,2025-03-01,0
            o5,C,Drill,2025-01-10,30
            o6,C,Oil,2025-02-10,20
            o7,C,Drill,2025-03-10,-40

            """);
        _exports.Write("accounts.csv", "id,name,sector\nA,Alpha,Retail\nB,Beta,Retail\nC,Gamma,Steel\n");
        using var w = new BuiltWarehouse(_exports.Path);
        // A's and C's oil, 120 of 610; 610² / (300² + 100² + 200² + 30² + 20²) orders of one size.
        var number = 610 * 610 / 141300d;
        var (low, high) = Wilson(120 / 610d * number, number);
        Same(low, high, Interval(w, "cross_sell_share"));
        // 20 of the 10 that a credit note left of steel is no share.
        Assert.Equal((2, true), w.Connection.QuerySingle<(double, bool)>("select value, low is null and high is null from marts.kpis where kpi = 'cross_sell_share' and segment = 'Steel' and period = 'all' and owner_id is null"));
    }

    [Fact]
    public void A_new_customers_share_is_as_sure_as_its_customers_are_many()
    {
        _exports.Write("orders.csv", """
            order id,customer,owner,date,amount,cost
            o1,A,Ann,2023-01-10,500,1
            o2,A,Ann,2025-02-10,100,60
            o3,A,Ann,2025-03-10,100,40
            o4,B,Ann,2025-04-10,80,20
            o5,B,Ann,2025-05-10,60,40
            o6,C,Bob,2025-06-10,40,20

            """);
        using var w = new BuiltWarehouse(_exports.Path, new DateOnly(2025, 12, 31));
        // Within the year A, an old one, brought 40 + 60, the new ones B 60 + 20 and C 20: 100 of 200, each customer 0 or all of its own.
        var reach = TwoLeft * Math.Sqrt((Square(0 - 50) + Square(80 - 40) + Square(20 - 10)) * 3 / 2) / 200;
        Same(0.5 - reach, 0.5 + reach, Interval(w, "new_customer_share", period: "ttm"));
        // Ann's: 80 of 180.
        var (rate, ofTwo) = (80 / 180d, OneLeft * Math.Sqrt((Square(0 - (100 * 80 / 180d)) + Square(80 - (80 * 80 / 180d))) * 2) / 180);
        Same(rate - ofTwo, rate + ofTwo, Interval(w, "new_customer_share", period: "ttm", owner: "Ann"));
        Assert.Equal((1, true), w.Connection.QuerySingle<(double, bool)>("select value, low is null from marts.kpis as k join core.owners as o using (owner_id) where kpi = 'new_customer_share' and o.name = 'Bob'"));
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

    [Fact]
    public void So_it_does_of_shares_of_uneven_amounts()
    {
        using var db = Formulas();
        var random = new Random(6);
        // Of forty orders of uneven size each is cross-sold one time in seven, whatever its size: 2,000 times.
        var draws = Enumerable.Range(0, 2000).Select(draw => string.Join(',', Enumerable.Range(0, 40).Select(_ =>
        {
            var amount = Math.Exp(random.NextDouble() * 3);
            return string.Create(CultureInfo.InvariantCulture, $"({draw}, {(random.NextDouble() < 1 / 7d ? amount : 0)}::double, {amount}::double)");
        })));
        db.Execute("create table drawn (draw int, a double, b double)");
        foreach (var rows in draws.Chunk(50)) db.Execute($"insert into drawn values {string.Join(',', rows)}");
        var within = db.ExecuteScalar<double>("""
            select avg((1 / 7.0 between amount_share_low(a, b, bb) and amount_share_high(a, b, bb))::int)
            from (select sum(a) as a, sum(b) as b, sum(b * b) as bb from drawn group by draw)
            """);
        Assert.InRange(within, 0.925, 0.965);
    }

    public void Dispose() => _exports.Dispose();

    private static double Square(double x) => x * x;

    /// <summary>Wilson (1927): (k + z²/2 ± z √(k (n − k) / n + z²/4)) / (n + z²).</summary>
    private static (double Low, double High) Wilson(double k, double n)
    {
        const double z = 1.9599639845;
        var (centre, reach) = (k + (z * z / 2), z * Math.Sqrt((k * (n - k) / n) + (z * z / 4)));
        return ((centre - reach) / (n + (z * z)), (centre + reach) / (n + (z * z)));
    }

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

    private static (double Low, double High) Interval(BuiltWarehouse w, string kpi, string dimension = "all", string segment = "all", string period = "all", string? owner = null) =>
        w.Connection.QuerySingle<(double, double)>(
            """
            select low, high from marts.kpis as k left join core.owners as o on o.owner_id = k.owner_id
            where kpi = $kpi and dimension = $dimension and segment = $segment and period = $period and o.name is not distinct from $owner
            order by period_start desc limit 1
            """,
            new { kpi, dimension, segment, period, owner });
}
