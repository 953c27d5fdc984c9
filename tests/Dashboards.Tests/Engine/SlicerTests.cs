using System.Data.Common;
using System.Globalization;
using Analytics.Dashboards.Tests.Browser;
using Analytics.Pipeline;
using Analytics.Pipeline.Sample;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Analytics.Dashboards.Tests.Engine.SamplePage))]

namespace Analytics.Dashboards.Tests.Engine;

/// <summary>The sample, its warehouse and its page, built once for all the tests that choose on it.</summary>
public sealed class SamplePage : IDisposable
{
    private readonly string _exports = Directory.CreateTempSubdirectory("analytics-exports-").FullName;

    public SamplePage()
    {
        SampleCompany.Write(_exports);
        Built = BuiltPage.Of(_exports);
        Owner = Built.Build.Owners[0];
        // Made before any test asks the same connection for something else.
        Built.Build.OfOwner(Owner, extract => OwnersHtml = Dashboard.Html(extract, new() { Pages = DashboardOptions.CustomerPages }));
        Built.Build.Anonymously(extract => NamelessHtml = Dashboard.Html(extract));
    }

    internal BuiltPage Built { get; }

    internal OwnerReport Owner { get; }

    internal string OwnersHtml { get; private set; } = "";

    internal string NamelessHtml { get; private set; } = "";

    /// <summary>A figure by a statement of the test's own.</summary>
    internal double Sql(string statement) => EngineTests.Rows(Built.Warehouse, statement, (DbDataReader row) => row.GetDouble(0)).Single();

    public void Dispose()
    {
        Built.Dispose();
        Directory.Delete(_exports, recursive: true);
    }
}

[Collection("sample")]
public class SlicerTests(Chromium browser, SamplePage sample)
{
    private const string Orders = "[data-kpi=basket_per_order]";

    [Fact]
    public async Task Ticking_a_segment_recomputes_every_tile_and_says_how_many_customers_are_left()
    {
        await using var opened = await browser.Open(sample.Built.Html);
        await opened.Find("[data-pick=type]").ClickAsync();
        await opened.Find(".popup:popover-open label", new() { HasTextString = "TPE" }).ClickAsync();

        Assert.Equal(Euros("select sum(s.amount)::double from core.sales as s join core.accounts as a using (account_id) where a.type = 'TPE'"), await opened.Text("[data-kpi=revenue] .tile-value"));
        var counts = (await opened.Text(".slicers .status")).Split(' ');
        Assert.Equal(sample.Sql("select count(*)::double from marts.customers where type = 'TPE'"), double.Parse(counts[0], CultureInfo.InvariantCulture));
        Assert.Equal(sample.Sql("select count(*)::double from marts.customers"), double.Parse(counts[2], CultureInfo.InvariantCulture));
        Assert.Equal(["Account type TPE ×"], await opened.Texts(".chips button"));
        opened.HasNoComplaint();
    }

    [Fact]
    public async Task Filters_of_several_dimensions_and_days_of_ones_own_meet()
    {
        await using var opened = await browser.Open(sample.Built.Html, View.Desktop with { Hash = "#in.type=TPE&in.type=PME&in.family=Consommables&period=days:2024-03-11:2025-02-05" });

        const string Met = """
            from core.sales as s join core.accounts as a on a.account_id = s.account_id join core.products as p on p.product_id = s.product_id
            where a.type in ('TPE', 'PME') and p.family = 'Consommables' and s.sold_at >= date '2024-03-11' and s.sold_at < date '2025-02-05'
            """;
        Assert.True(sample.Sql($"select count(*)::double {Met}") > 0);
        Assert.Equal(Euros($"select sum(s.amount)::double {Met}"), await opened.Text("[data-kpi=revenue] .tile-value"));
        Assert.Contains("Does not follow the filter: Product family", await opened.Texts("[data-kpi=attrition] .tile-unheeded"), StringComparer.Ordinal);
        opened.HasNoComplaint();
    }

    [Fact]
    public async Task Dates_that_run_backwards_change_nothing_and_the_page_says_so()
    {
        await using var opened = await browser.Open(sample.Built.Html, View.Desktop with { Hash = "#lang=en&period=days:2024-03-11:2024-05-01" });
        var before = await opened.Text("[data-kpi=revenue] .tile-value");

        await opened.Find("input[name=from]").FillAsync("2024-06-10");
        await opened.Find("input[name=from]").BlurAsync();
        Assert.Equal("The first day is after the last: nothing has changed.", await opened.Text(".dates-chosen [role=status]"));
        Assert.Equal(before, await opened.Text("[data-kpi=revenue] .tile-value"));

        await opened.Find("input[name=to]").FillAsync("2024-06-30");
        await opened.Find("input[name=to]").BlurAsync();
        await Assertions.Expect(opened.Find(".dates-chosen [role=status]")).ToHaveTextAsync("");
        Assert.Contains("2024-06-10", opened.Page.Url, StringComparison.Ordinal);
        opened.HasNoComplaint();
    }

    [Fact]
    public async Task Of_fewer_than_five_customers_no_fifth_is_spoken_of()
    {
        await using var opened = await browser.Open(sample.Built.Html, View.Desktop with { Hash = "#lang=en&page=pareto" });
        Assert.Contains("The top 20% make", await opened.Text("#pareto .lead"), StringComparison.Ordinal);

        var one = EngineTests.Rows(sample.Built.Warehouse, "select name from marts.customers where rank_revenue = 1", (DbDataReader row) => row.GetString(0)).Single();
        await opened.Page.EvaluateAsync("name => { location.hash = `lang=en&page=pareto&find=${encodeURIComponent(name)}`; }", one);
        await Assertions.Expect(opened.Find("#pareto .lead")).ToHaveTextAsync("That is 100.0% of the 1 customer that bought.");
        await opened.Find("nav [data-page=overview]").ClickAsync();
        Assert.DoesNotContain("0.0%", await opened.Text("[data-kpi=pareto_customers]"), StringComparison.Ordinal);
        opened.HasNoComplaint();
    }

    [Fact]
    public async Task A_bar_chooses_its_segment_dims_the_others_and_lets_it_go_again()
    {
        await using var opened = await browser.Open(sample.Built.Html, View.Desktop.At("segments") with { Hash = "#page=segments&by=type" });
        var bar = opened.Find(".panel").First.Locator("[data-segment=TPE] .bar-choose");

        await bar.ClickAsync();
        await Assertions.Expect(opened.Find(".panel").First.Locator(".dimmed[data-segment=PME]")).ToHaveCountAsync(1);
        await Assertions.Expect(opened.Find(".chips button")).ToHaveCountAsync(1);

        await opened.Find(".panel").First.Locator("[data-segment=TPE] .bar-choose").ClickAsync();
        await Assertions.Expect(opened.Find(".dimmed")).ToHaveCountAsync(0);
        opened.HasNoComplaint();
    }

    [Fact]
    public async Task Bars_that_were_drawn_over_are_those_that_a_fresh_page_draws()
    {
        const string Last = "#page=segments&by=type&in.type=PME&sort=name";
        await using var changed = await browser.Open(sample.Built.Html, View.Desktop.At("segments") with { Hash = "#page=segments&by=sector" });
        foreach (var hash in new[] { "#page=segments&by=owner&all=1", "#page=segments&by=family&in.type=TPE&find=no+such+name", "#page=segments&by=region&in.type=TPE", Last })
            await changed.Page.EvaluateAsync("hash => new Promise(done => { location.hash = hash; addEventListener('hashchange', () => setTimeout(done), { once: true }); })", hash);
        var drawnOver = await changed.Find("#segments .panels").EvaluateAsync<string>("panels => panels.outerHTML");

        await using var fresh = await browser.Open(sample.Built.Html, View.Desktop.At("segments") with { Hash = Last });
        Assert.True(await fresh.Find("#segments .panels").EvaluateAsync<bool>("(panels, html) => new DOMParser().parseFromString(html, 'text/html').querySelector('.panels').isEqualNode(panels)", drawnOver));
        changed.HasNoComplaint();
        fresh.HasNoComplaint();
    }

    [Fact]
    public async Task The_focus_goes_with_its_segment_when_the_order_changes()
    {
        await using var opened = await browser.Open(sample.Built.Html, View.Desktop.At("segments") with { Hash = "#page=segments&by=type&sort=name" });
        var order = await opened.Texts("#segments .panel:first-child .bar-label");
        await opened.Find(".panel").First.Locator("[data-segment=TPE] .bar-choose").FocusAsync();

        await opened.Find("#segments select[name=sort]").EvaluateAsync("select => new Promise(done => { addEventListener('hashchange', () => setTimeout(done), { once: true }); select.value = 'n'; select.dispatchEvent(new Event('change')); })");

        Assert.NotEqual(order, await opened.Texts("#segments .panel:first-child .bar-label"));
        await Assertions.Expect(opened.Find(".panel").First.Locator("[data-segment=TPE] .bar-choose")).ToBeFocusedAsync();
        opened.HasNoComplaint();
    }

    [Fact]
    public async Task The_back_button_undoes_a_choice_and_a_chip_takes_it_away()
    {
        await using var opened = await browser.Open(sample.Built.Html, View.Desktop with { Hash = "#in.type=TPE" });
        var filtered = await opened.Text("[data-kpi=revenue] .tile-value");

        await opened.Find(".chips button").ClickAsync();
        await Assertions.Expect(opened.Find(".chips button")).ToHaveCountAsync(0);
        Assert.NotEqual(filtered, await opened.Text("[data-kpi=revenue] .tile-value"));

        await opened.Page.GoBackAsync();
        await Assertions.Expect(opened.Find(".chips button")).ToHaveCountAsync(1);
        Assert.Equal(filtered, await opened.Text("[data-kpi=revenue] .tile-value"));
        opened.HasNoComplaint();
    }

    [Theory]
    [InlineData("#in.nothing=x&in.__proto__=y&in.constructor=z&in.type=__proto__&period=days:2025-01-01:oops&find=")]
    [InlineData("#period=days:9999-01-01:9999-02-01&in.type=TPE")]
    [InlineData("#period=days:1970-01-01:1971-01-01&in.type=TPE")]
    public async Task An_address_that_someone_made_up_gives_a_page_all_the_same(string hash)
    {
        await using var opened = await browser.Open(sample.Built.Html, View.Desktop with { Hash = hash });

        Assert.Equal(10, await opened.Find(".tile").CountAsync());
        opened.HasNoComplaint();
    }

    [Fact]
    public async Task A_search_by_name_keeps_the_customers_that_hold_it()
    {
        await using var opened = await browser.Open(sample.Built.Html);
        await opened.Find("input[name=find]").FillAsync("garage");
        await opened.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(opened.Find(".chips button")).ToHaveCountAsync(1);
        Assert.Equal(
            Euros("select sum(s.amount)::double from core.sales as s join core.accounts as a using (account_id) where strip_accents(lower(a.name)) like '%garage%'"),
            await opened.Text("[data-kpi=revenue] .tile-value"));
        opened.HasNoComplaint();
    }

    [Theory]
    [InlineData("garage")]
    [InlineData("ÉRIE ")]
    [InlineData("e m")]
    [InlineData("lyon hotel")]
    [InlineData("  rennes etoile")]
    [InlineData("boeuf")]
    [InlineData("n")]
    public void A_search_finds_the_names_that_hold_each_of_its_words_without_accents(string text)
    {
        using var engine = new AskedEngine(sample.Built.Html);

        var found = engine.Ask<Counted>(new { Search = text, Segments = new Dictionary<string, string[]>(StringComparer.Ordinal), Period = new QuestionPeriod("all", "", "") });

        var holding = sample.Sql($"select count(*)::double from marts.customers where {string.Join(" and ", text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => $"contains(replace(strip_accents(lower(name)), 'œ', 'oe'), strip_accents(lower('{word}')))"))}");
        Assert.InRange(holding, 1, found.Of - 1);
        Assert.Equal(holding, found.Customers);
    }

    private sealed record Counted(int Customers, int Of);

    [Fact]
    public async Task A_tile_names_the_customers_behind_its_figure()
    {
        await using var opened = await browser.Open(sample.Built.Html, View.Desktop with { Hash = "#in.type=TPE" });
        await opened.Find(Orders + " .tile-open").ClickAsync();
        await opened.Find("dialog .behind summary").ClickAsync();

        var rows = await opened.Text("dialog .behind .status");
        Assert.Equal($"{sample.Sql("select count(*)::double from marts.customers where type = 'TPE'").ToString("0", CultureInfo.InvariantCulture)} rows", rows);
        opened.HasNoComplaint();
    }

    [Theory]
    [InlineData(1280, false, "en")]
    [InlineData(390, true, "fr")]
    public async Task Axe_finds_nothing_with_filters_chosen_and_a_list_open(int width, bool dark, string language)
    {
        await using var opened = await browser.Open(sample.Built.Html, new View(width, 844) { Dark = dark, BypassPolicy = true, Hash = $"#page=segments&by=type&in.type=TPE&in.sector=Garage+automobile&lang={language}" });
        if (width < 760) await opened.Find(".pick-more").ClickAsync();
        await opened.Find("[data-pick=sector]").ClickAsync();

        Assert.Empty(await AccessibilityTests.Axe(opened));
        Assert.False(await opened.ScrollsSideways());
    }

    private string Euros(string statement) => sample.Sql(statement).ToString("#,##0", CultureInfo.InvariantCulture);
}
