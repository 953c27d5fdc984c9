using System.Data.Common;
using System.Globalization;
using System.Text;
using Analytics.Dashboards.Tests.Browser;

namespace Analytics.Dashboards.Tests.Engine;

/// <summary>Of orders of several products the page gives each family what the warehouse gives it, and counts an order of several chosen families once.</summary>
[Collection("sample")]
public sealed class MixedOrderTests(Chromium browser, MixedPage mixed) : IClassFixture<MixedPage>
{
    private static readonly QuestionPeriod All = new("all", "", "");
    private static readonly QuestionPeriod Autumn = new("days", "2025-09-03", "2025-11-20");

    /// <summary>What the lines of the families that are met bring to each order, by plain SQL.</summary>
    private static string Parts(string met) => $"""
        from (select o.order_id, any_value(o.account_id) as account_id, any_value(a.sector) as sector, sum(o.amount) as amount, any_value(s.cost) as whole_cost, sum(o.cost) as cost
          from core.orders as o join core.sales as s on s.sale_id = o.order_id join core.accounts as a on a.account_id = o.account_id left join core.products as p on p.product_id = o.product_id
          where {met} group by o.order_id) as part
        """;

    [Fact]
    public void Each_figure_of_the_warehouse_by_family_by_product_and_in_all()
    {
        Assert.True(mixed.Number("select count(distinct sale_id)::double from core.sale_parts") > 60);
        EngineTests.Compare(mixed.Built, perKpi: 60);
    }

    [Fact]
    public void Commissions_on_first_orders_are_in_the_cost_of_acquisition()
    {
        using var engine = new AskedEngine(mixed.Built.Html);
        var commissions = mixed.Number("select sum(o.commission)::double from core.order_costs as o join per_customer.customer_sales as c on c.account_id = o.account_id and c.first_order = o.ordered_at");

        Assert.True(commissions > 0);
        Assert.Equal(420.5 + commissions, engine.Ask(new Question("acquisition_cost", new Dictionary<string, string[]>(), All)).Facts.Single().Value!.Value, 6);
    }

    [Fact]
    public void An_order_of_several_chosen_families_counts_once_with_what_they_bring()
    {
        using var engine = new AskedEngine(mixed.Built.Html);
        string[] families = ["Heat", "Water"];
        foreach (var (period, days) in ((QuestionPeriod, string)[])[(All, "true"), (Autumn, "o.ordered_at >= date '2025-09-03' and o.ordered_at < date '2025-11-20'")])
            Meets(engine, new() { ["family"] = families }, period, $"p.family in ('Heat', 'Water') and {days}", null);
        Meets(engine, new() { ["family"] = families, ["sector"] = ["Health"] }, All, "p.family in ('Heat', 'Water') and a.sector = 'Health'", null);
        Meets(engine, new() { ["family"] = families, ["product"] = ["Radiator", "Lamp"] }, All, "p.family in ('Heat', 'Water') and p.name in ('Radiator', 'Lamp')", null);
    }

    [Fact]
    public void Under_chosen_families_each_sector_and_each_product_has_its_part()
    {
        using var engine = new AskedEngine(mixed.Built.Html);
        Meets(engine, new() { ["family"] = ["Heat", "Light"] }, All, "p.family in ('Heat', 'Light') and a.sector = 'Retail'", ("sector", "Retail"));
        Meets(engine, new() { ["family"] = ["Heat", "Light"] }, All, "p.name = 'Radiator'", ("product", "Radiator"));
        // A panel by family shows all of them, whatever is chosen among them.
        Meets(engine, new() { ["family"] = ["Heat"], ["product"] = ["Pump", "Radiator", "Lamp"] }, All, "p.family = 'Water' and p.name = 'Pump'", ("family", "Water"));
    }

    [Fact]
    public async Task The_whole_page_the_owners_and_the_nameless_one_agree_with_it()
    {
        await using var opened = await browser.Open(mixed.Built.Html, View.Desktop with { Hash = "#in.family=Heat" });
        Assert.Equal(mixed.Number("select sum(amount)::double from core.segmented_sales where dimension = 'family' and segment = 'Heat'").ToString("#,##0", CultureInfo.InvariantCulture),
            await opened.Text("[data-kpi=revenue] .tile-value"));
        opened.HasNoComplaint();

        using var owners = new AskedEngine(mixed.OwnersHtml);
        Assert.Equal(mixed.Number($"select sum(s.amount)::double from core.segmented_sales as s join core.accounts as a using (account_id) where dimension = 'family' and segment = 'Heat' and a.owner_id = '{mixed.OwnerId}'"),
            owners.Ask(new Question("revenue", new Dictionary<string, string[]> { ["family"] = ["Heat"] }, All)).Facts.Single().Value!.Value, 6);

        using var nameless = new AskedEngine(mixed.NamelessHtml);
        using var named = new AskedEngine(mixed.Built.Html);
        foreach (var kpi in (string[])["revenue", "orders", "customers", "basket_median"])
            Assert.Equal(
                named.Ask(new Question(kpi, new Dictionary<string, string[]>(), All, "family")).Facts.Select(fact => fact.Value).Order(),
                nameless.Ask(new Question(kpi, new Dictionary<string, string[]>(), All, "family")).Facts.Select(fact => fact.Value).Order());
    }

    private void Meets(AskedEngine engine, Dictionary<string, string[]> segments, QuestionPeriod period, string met, (string Dimension, string Segment)? by)
    {
        foreach (var (kpi, sql) in ((string, string)[])
            [
                ("revenue", "sum(amount)"), ("margin", "sum(amount - cost) filter (where whole_cost is not null)"), ("orders", "count(*) filter (where amount > 0)"),
                ("basket_per_order", "avg(amount::double) filter (where amount > 0)"), ("basket_median", "median(amount::double) filter (where amount > 0)"),
                ("customers", "count(distinct account_id) filter (where amount > 0)"),
            ])
        {
            var expected = mixed.Number($"select coalesce({sql}, 0)::double {Parts(met)}");
            var found = engine.Ask(new Question(kpi, segments, period, by?.Dimension)).Facts.Single(fact => by is null || fact.Segment == by.Value.Segment).Value;
            Assert.True(expected > 0 && Math.Abs(expected - found!.Value) <= 1e-9 * expected, $"{kpi} where {met}: {expected} and not {found}");
        }
    }
}

/// <summary>Two hundred orders of one to four lines, some of nothing, some sent back, some without a product or a cost, leads of channels and a campaign that money was spent on, and their page.</summary>
public sealed class MixedPage : IDisposable
{
    private readonly string _exports = Directory.CreateTempSubdirectory("analytics-exports-").FullName;

    public MixedPage()
    {
        var random = new Random(4);
        string One(params string[] of) => of[random.Next(of.Length)];
        var (orders, lines) = (new StringBuilder("order id,customer id,sales rep,order date,commission amount\n"), new StringBuilder("order id,product id,amount,cost\n"));
        for (var order = 1; order <= 200; order++)
        {
            orders.Append(CultureInfo.InvariantCulture, $"o{order},c{random.Next(25)},{One("Ann", "Bob")},{new DateOnly(2024, 12, 1).AddDays(random.Next(390)):yyyy-MM-dd},{(order % 3 == 0 ? "" : $"{order}.5")}\n");
            for (var line = random.Next(4); line >= 0; line--)
            {
                var amount = random.Next(20) == 0 ? 0 : random.Next(-2_000, 20_000) / 100m;
                lines.Append(CultureInfo.InvariantCulture, $"o{order},{One("p1", "p2", "p3", "p4", "p5", "p6", "")},{amount},{(random.Next(12) == 0 ? "" : (amount / 2).ToString("0.00", CultureInfo.InvariantCulture))}\n");
            }
        }
        File.WriteAllText(Path.Combine(_exports, "orders.csv"), orders.ToString());
        File.WriteAllText(Path.Combine(_exports, "order_items.csv"), lines.ToString());
        File.WriteAllText(Path.Combine(_exports, "products.csv"), "product id,name,family\np1,Pump,Water\np2,Quick valve,Water\np3,Radiator,Heat\np4,Boiler,Heat\np5,Lamp,Light\np6,Broom,\n");
        File.WriteAllText(Path.Combine(_exports, "customers.csv"),
            "customer id,name,sector,owner\n" + string.Concat(Enumerable.Range(0, 25).Select(c => $"c{c},Customer {c},{One("Retail", "Health")},{One("Ann", "Bob")}\n")));
        File.WriteAllText(Path.Combine(_exports, "marketing spend.csv"), "date,channel,campaign,amount\n2024-12-15,Web,Spring,200\n2024-12-20,Web,,100\n2025-05-02,Fair,Autumn,100\n2025-06-01,,Spring,20.5\n");
        File.WriteAllText(Path.Combine(_exports, "leads.csv"), "lead id,customer id,lead date,source,campaign\n" + string.Concat(Enumerable.Range(0, 25).Select(c => $"l{c},c{c},2024-12-01,{((string[])["Web", "Fair", ""])[c % 3]},{(c % 2 == 0 ? "Spring" : "")}\n")));
        Built = BuiltPage.Of(_exports);
        OwnerId = Built.Build.Owners[0].Id;
        Built.Build.OfOwner(Built.Build.Owners[0], extract => OwnersHtml = Dashboard.Html(extract, new() { Pages = DashboardOptions.CustomerPages }));
        Built.Build.Anonymously(extract => NamelessHtml = Dashboard.Html(extract));
    }

    internal BuiltPage Built { get; }

    internal string OwnerId { get; }

    internal string OwnersHtml { get; private set; } = "";

    internal string NamelessHtml { get; private set; } = "";

    internal double Number(string statement) => EngineTests.Rows(Built.Warehouse, statement, (DbDataReader row) => row.GetDouble(0)).Single();

    public void Dispose()
    {
        Built.Dispose();
        Directory.Delete(_exports, recursive: true);
    }
}
