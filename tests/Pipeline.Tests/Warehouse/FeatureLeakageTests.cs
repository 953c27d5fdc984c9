using Analytics.Pipeline.Sample;
using Analytics.Pipeline.Warehouse;
using Dapper;

namespace Analytics.Pipeline.Tests.Warehouse;

/// <summary>Every feature, of every table that the exports may bring: none moves when what follows its cutoff is changed.</summary>
public sealed class FeatureLeakageTests : IDisposable
{
    private readonly TemporaryFolder _exports = new();
    private readonly TemporaryFolder _output = new();

    [Fact]
    public void No_feature_moves_when_every_later_fact_is_changed()
    {
        SampleCompany.Write(_exports.Path, new() { Customers = 80 });
        using var build = Built();
        // Every customer gets contracts, promises and payments, before and after the cutoff.
        build.Connection.Execute("""
            insert into core.contracts by name
            select account_id || n as contract_id, account_id, date '2023-01-15' + (n * 200)::int as started_at,
              case n % 3 when 0 then date '2023-01-15' + (n * 200 + 365)::int when 1 then date '2023-01-15' + (n * 200 + 100)::int end as ends_at, 100 * n as amount
            from (select distinct account_id from core.sales where account_id is not null) as a cross join range(6) as r(n);
            insert into core.discounts select account_id, sold_at, sum(100), sum(hash(sale_id) % 30)::decimal(18, 4) from core.sales where account_id is not null and amount > 0 group by all;
            update core.orders set promised_at = ordered_at + 5, delivered_at = ordered_at + 3 + (hash(order_id) % 9)::int, paid_at = ordered_at + 30;
            """);
        Rebuild(build);
        var cutoff = build.Connection.ExecuteScalar<DateTime>("select quantile_disc(cutoff, 0.5)::timestamp from core.cutoffs");
        var before = Features(build, cutoff);
        Assert.True(before.Count > 100);

        foreach (var change in (string[])[
            "update core.sales set amount = amount * 100 + 7, cost = 1, kind = 'other', owner_id = 'x' where sold_at > $1",
            "insert into core.sales select sale_id || '+', account_id, owner_id, product_id, channel, kind, $1::date + 3, amount, cost from core.sales",
            "update core.activities set kind = 'visit', reached = true, owner_id = 'x', acted_at = $1::date + 1 where acted_at > $1",
            "update core.complaints set resolved_at = null where resolved_at > $1",
            "update core.complaints set made_at = $1::date + 1 where made_at > $1",
            "update core.surveys set score = 0 where answered_at > $1",
            "update core.quotes set sent_at = $1::date + 1, owner_id = 'x' where sent_at > $1",
            "update core.opportunities set outcome = 'lost', closed_at = $1::date + 1 where closed_at > $1",
            "update core.discounts set given = listed where day > $1",
            "update core.orders set delivered_at = $1::date + 1 where delivered_at > $1",
            "update core.orders set paid_at = null where paid_at > $1",
            // Cancelled after the cutoff; begun after it.
            "update core.contracts set ends_at = $1::date + 2, status = 'cancelled' where started_at <= $1 and ends_at is null",
            "update core.contracts set amount = 1e6, ends_at = null where started_at > $1"])
            build.Connection.Execute(change.Replace("$1", $"date '{cutoff:yyyy-MM-dd}'", StringComparison.Ordinal));
        Rebuild(build);

        Assert.Equal(before, Features(build, cutoff));
        Assert.NotEqual(0, build.Connection.ExecuteScalar<long>("select count(*) from core.sales where sale_id like '%+'"));
    }

    [Fact]
    public void A_list_of_orders_alone_costs_features_and_not_the_run()
    {
        _exports.Write("orders.csv", "customer,date,amount\n" + string.Join('\n',
            from customer in Enumerable.Range(1, 20)
            from month in Enumerable.Range(0, 30)
            select $"c{customer},{new DateOnly(2023, 1, 1).AddDays(customer + 30 * month):yyyy-MM-dd},{customer}"));
        using var build = Built();

        var known = build.Connection.QuerySingle("select count(*) as n, count(usual_gap) as gaps, count(complaints) as complaints, count(days_since_contact) as contacts, count(sector_active) as sectors, count(satisfaction) as answers from per_customer.churn_features");
        Assert.True(known.n > 0 && known.gaps > 0);
        Assert.Equal((0L, 0L, 0L, 0L), ((long)known.complaints, (long)known.contacts, (long)known.sectors, (long)known.answers));
    }

    [Fact]
    public void Rhythm_amounts_and_seasons_are_what_a_hand_computes()
    {
        // Days 0, 30, 60 and 100; amounts 10, 20, 30 and a credit note of 15 on day 70; looked at on day 400, over a horizon asked for.
        var first = new DateOnly(2024, 1, 1);
        _exports.Write("orders.csv", $"customer,date,amount\na,{first:yyyy-MM-dd},10\na,{first.AddDays(30):yyyy-MM-dd},20\na,{first.AddDays(60):yyyy-MM-dd},30\na,{first.AddDays(70):yyyy-MM-dd},-15\na,{first.AddDays(100):yyyy-MM-dd},40\n");
        using var build = Built(asOf: first.AddDays(400), horizon: 390);

        var row = build.Connection.QuerySingle("select * from per_customer.churn_features where cutoff = (select as_of from core.run)");
        Assert.Equal((300, 400), ((int)row.recency, (int)row.tenure));
        Assert.Equal((30.0, 10.0, 7.5), ((double)row.usual_gap, (double)row.overdue, (double)row.overdue_longest));
        // Gaps 30, 30 and 40: mean 100 / 3, sample deviation 10 / √3.
        Assert.Equal(10 / Math.Sqrt(3) / (100 / 3.0), (double)row.gap_variation, 9);
        Assert.Equal(1.2, (double)row.last_gap_ratio, 9);
        // A silence of 300 days after three gaps in 100 days: (1 + 300 / 100)^−3.
        Assert.Equal(Math.Pow(4, -3), (double)row.silence_chance, 9);
        Assert.Equal(4 * 365 / 430.0, (double)row.yearly_orders, 9);
        Assert.Equal((4L, 1L, 0.15), ((long)row.orders, (long)row.returns, (double)row.returned_share));
        Assert.Equal(40 / 25.0, (double)row.last_basket_ratio, 9);
    }

    [Fact]
    public void Deliveries_and_contracts_are_what_was_known_on_the_day()
    {
        var first = new DateOnly(2024, 1, 1);
        string Day(int days) => first.AddDays(days).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        // On day 400: delivered after 4 days (promised 5), after 12 (promised 10), and not yet (promised for day 395); paid after 30 days, the rest not yet.
        _exports.Write("orders.csv", $"id,customer,order date,amount,promised date,delivery date,payment date\n1,a,{Day(0)},10,{Day(5)},{Day(4)},{Day(30)}\n2,a,{Day(300)},10,{Day(310)},{Day(312)},\n3,a,{Day(390)},10,{Day(395)},{Day(500)},{Day(420)}\n");
        // A two years' term that runs until 31/12/2025 (day 730), one that was cancelled on day 450, one that ended on day 380.
        _exports.Write("contracts.csv", $"contract id,customer,contract start date,contract end date,amount\nk1,a,{Day(0)},{Day(730)},100\nk2,a,{Day(10)},{Day(450)},50\nk3,a,{Day(20)},{Day(380)},30\n");
        using var build = Built(asOf: first.AddDays(400), horizon: 390);

        var row = build.Connection.QuerySingle("select * from per_customer.churn_features where cutoff = (select as_of from core.run)");
        Assert.Equal((8.0, 30.0, 2.0 / 3), ((double)row.delivery_days, (double)row.payment_days, (double)row.late_share));
        Assert.Equal((2L, 150.0, 330, 1L), ((long)row.contracts_running, (double)row.contracts_amount, (int)row.contract_days_left, (long)row.contracts_ended_recent));
    }

    [Fact]
    public void Discounts_are_what_was_given_of_the_prices_before_them()
    {
        var first = new DateOnly(2024, 1, 1);
        string Day(int days) => first.AddDays(days).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        // 90 and 100 for 200 before discount until then, of which 10; 150 for 200 in the last 390 days, of which 50; 300 for 600 later.
        _exports.Write("orders.csv", $"id,customer,order date,amount,discount percent\n1,a,{Day(0)},90,10\n2,a,{Day(1)},100,\n3,a,{Day(300)},150,25\n4,a,{Day(500)},300,50\n5,b,{Day(2)},40,\n");
        using var build = Built(asOf: first.AddDays(400), horizon: 390);

        var row = build.Connection.QuerySingle("select f.* from per_customer.churn_features as f join core.accounts as a using (account_id) where a.name = 'a' and cutoff = (select as_of from core.run)");
        Assert.Equal(60 / 400.0, (double)row.discount_rate, 9);
        Assert.Equal(50 / 200.0 - 10 / 200.0, (double)row.discount_change, 9);
    }

    /// <summary>Clocks that differ, and slips of the year: what came before its cause tells nothing, and makes no delay negative.</summary>
    [Fact]
    public void What_is_dated_before_its_cause_tells_no_delay()
    {
        var first = new DateOnly(2024, 1, 1);
        string Day(int days) => first.AddDays(days).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        // Delivered after 4 days; a day before it was ordered; years before. Paid after 30 days; beforehand; not yet.
        _exports.Write("orders.csv", $"id,customer,order date,amount,delivery date,payment date\n1,a,{Day(0)},10,{Day(4)},{Day(30)}\n2,a,{Day(300)},10,{Day(299)},{Day(280)}\n3,a,{Day(390)},10,{Day(-3000)},\n");
        // Created after its first order; a complaint settled before it was made.
        _exports.Write("accounts.csv", $"id,name,created\na,a,{Day(200)}\n");
        _exports.Write("complaints.csv", $"complaint id,customer,date,resolved date,reason\nr1,a,{Day(350)},{Day(340)},late\n");
        using var build = Built(asOf: first.AddDays(400), horizon: 390);

        var row = build.Connection.QuerySingle("select * from per_customer.churn_features where cutoff = (select as_of from core.run)");
        Assert.Equal((4.0, 15.0), ((double)row.delivery_days, (double)row.payment_days));
        Assert.Equal((10, 400), ((int)row.recency, (int)row.tenure));
        Assert.Equal((1L, 0L), ((long)row.complaints, (long)row.complaints_open));
    }

    public void Dispose()
    {
        _exports.Dispose();
        _output.Dispose();
    }

    private WarehouseBuild Built(DateOnly? asOf = null, int? horizon = null)
    {
        var build = WarehouseBuild.Begin(new() { Exports = _exports.Path, Output = _output.Path, AsOf = asOf, HorizonDays = horizon });
        build.LoadFiles(cancellation: TestContext.Current.CancellationToken);
        build.ComputeMarts(cancellation: TestContext.Current.CancellationToken);
        return build;
    }

    private static void Rebuild(WarehouseBuild build)
    {
        foreach (var script in SqlScript.InOrder("core", "per_customer", "parts", "global").Where(s => s.Schema == "per_customer" || s.Name is "sector_rates"))
        {
            build.Connection.Execute($"drop table {script.Table}");
            build.Connection.Execute($"create table {script.Table} as {script.Body}");
        }
    }

    private static List<string> Features(WarehouseBuild build, DateTime cutoff) => build.Connection
        .Query<string>($"select f::varchar from per_customer.churn_features as f where cutoff <= date '{cutoff:yyyy-MM-dd}' order by account_id, cutoff").ToList();
}
