using System.Data.Common;
using System.Globalization;
using Analytics.Dashboards.Tests.Browser;
using Microsoft.Playwright;

namespace Analytics.Dashboards.Tests.Engine;

/// <summary>Marks of charts lead to the customers whose they are, by mouse and by keyboard.</summary>
[Collection("sample")]
public class MarkTests(Chromium browser, SamplePage sample)
{
    [Theory]
    [InlineData("team", "#team-rates", "owner")]
    [InlineData("team", "#team-profiles", "owner")]
    [InlineData("team", "#team", "owner")]
    [InlineData("service", "#service-segments", "sector")]
    public async Task A_row_leads_to_its_customers_wherever_it_is_clicked_and_on_enter(string page, string part, string dimension)
    {
        await using var opened = await browser.Open(sample.Built.Html, View.Desktop with { Hash = $"#page={page}" });
        if (dimension is not "owner") await opened.Find($"{part} select").SelectOptionAsync(dimension);
        var row = opened.Find($"{part} :is(.dot-row, .score)", new() { Has = opened.Find(".behind") }).First;
        var segment = (await row.Locator("bdi").TextContentAsync())!;
        var expected = Customers($"from marts.customers where {dimension} = '{segment}'");

        await row.Locator("svg").First.ClickAsync(new() { Force = true });
        Assert.Equal(expected, await opened.Text("#customer-list-title"));
        await opened.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(opened.Find("dialog")).ToHaveCountAsync(0);

        await opened.Find($"{part} .behind").First.FocusAsync();
        await opened.Page.Keyboard.PressAsync("Enter");
        Assert.Equal(expected, await opened.Text("#customer-list-title"));
        opened.HasNoComplaint();
    }

    [Fact]
    public async Task A_niche_leads_to_its_customers()
    {
        await using var opened = await browser.Open(sample.Built.Html, View.Desktop with { Hash = "#page=win" });
        await opened.Find("#niches .more").ClickAsync();
        var niche = opened.Find("#niches tbody tr:has(small:text-is('Sector')) .behind").First;
        var sector = await niche.TextContentAsync();
        await niche.ClickAsync();

        Assert.Equal(Customers($"from marts.customers where sector = '{sector}'"), await opened.Text("#customer-list-title"));
        opened.HasNoComplaint();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Enter")]
    [InlineData(" ")]
    public async Task A_bubble_leads_to_the_customers_of_its_segment(string? key)
    {
        await using var opened = await browser.Open(sample.Built.Html, View.Desktop with { Hash = "#page=segments&by=type" });
        var bubble = opened.Find("#effort [role=button]").Last;
        var type = (await bubble.GetAttributeAsync("aria-label"))!.Split(',')[0].Trim('\u2068', '\u2069');

        if (key is null) await bubble.ClickAsync();
        else await bubble.PressAsync(key);

        Assert.Equal(Customers($"from marts.customers where type = '{type}'"), await opened.Text("#customer-list-title"));
        opened.HasNoComplaint();
    }

    [Fact]
    public async Task A_cell_of_the_cohorts_leads_to_those_who_came_back_and_the_page_follows_the_cohort()
    {
        await using var opened = await browser.Open(sample.Built.Html, View.Desktop with { Hash = "#page=keep" });
        var cell = opened.Find("#cohorts tbody tr").Nth(1).Locator("td .behind").Nth(2);
        Assert.Matches(@"^\d+ of \d+", await cell.Locator("[title]").GetAttributeAsync("title"));
        await cell.ClickAsync();

        const string Cohort = "(select account_id from core.sales where amount > 0 and account_id is not null group by account_id having date_trunc('quarter', min(sold_at)) = (select min(cohort_start) + interval 3 month from marts.cohorts))";
        Assert.Equal(
            Customers($"from (select distinct account_id from core.sales where amount > 0 and account_id in {Cohort} and date_trunc('quarter', sold_at) = (select min(cohort_start) + interval 9 month from marts.cohorts))"),
            await opened.Text("#customer-list-title"));
        await opened.Page.Keyboard.PressAsync("Escape");
        var start = sample.Sql("select epoch(min(cohort_start) + interval 3 month) from marts.cohorts");
        var quarter = DateTimeOffset.FromUnixTimeSeconds((long)start).UtcDateTime;
        Assert.Equal([$"First order Q{((quarter.Month - 1) / 3) + 1} {quarter.Year} ×"], await opened.Texts(".chips button"));
        Assert.StartsWith(Whole(sample.Sql($"select count(*)::double from {Cohort}")) + " ", await opened.Text(".slicers .status"), StringComparison.Ordinal);

        await opened.Find(".chips button").ClickAsync();
        await Assertions.Expect(opened.Find(".chips button")).ToHaveCountAsync(0);
        opened.HasNoComplaint();
    }

    [Fact]
    public async Task The_size_of_a_cohort_leads_to_all_of_it()
    {
        await using var opened = await browser.Open(sample.Built.Html, View.Desktop with { Hash = "#page=keep&period=year:2024-01-01" });
        await opened.Find("#cohorts tbody tr td .behind").First.PressAsync("Enter");

        Assert.Equal(Customers("from (select account_id from core.sales where amount > 0 and account_id is not null group by account_id having date_trunc('quarter', min(sold_at)) = (select min(cohort_start) from marts.cohorts))"), await opened.Text("#customer-list-title"));
    }

    [Theory]
    [InlineData("#page=pareto", "true")]
    [InlineData("#page=pareto&in.type=TPE", "type = 'TPE'")]
    public async Task A_point_of_the_curve_leads_to_its_customers_card(string hash, string which)
    {
        await using var opened = await browser.Open(sample.Built.Html, View.Desktop with { Hash = hash });
        await opened.Page.WaitForSelectorAsync("#pareto-chart .scatterlayer .trace");
        var at = await opened.Page.EvaluateAsync<double[]>("""
            (() => {
              const chart = document.getElementById("pareto-chart");
              const { xaxis, yaxis } = chart._fullLayout;
              const curve = chart.data.find(trace => trace.name === "curve");
              const box = chart.getBoundingClientRect();
              return [box.x + xaxis._offset + xaxis.d2p(curve.x[60]), box.y + yaxis._offset + yaxis.d2p(curve.y[60]), curve.x[60]];
            })()
            """);
        await opened.Page.Mouse.MoveAsync((float)at[0], (float)at[1]);
        await opened.Page.WaitForSelectorAsync("#pareto-chart .hoverlayer .hovertext");
        var hovered = await opened.Text("#pareto-chart .hoverlayer .hovertext");
        await opened.Page.Mouse.DownAsync();
        await opened.Page.Mouse.UpAsync();

        var card = await opened.Text("#customer-card-title");
        Assert.StartsWith(card, hovered, StringComparison.Ordinal);
        Assert.Contains(card, EngineTests.Rows(sample.Built.Warehouse, $"select name from marts.customers where {which}", (DbDataReader row) => row.GetString(0)));
        opened.HasNoComplaint();
    }

    [Theory]
    [InlineData("#page=pareto", false)]
    [InlineData("#page=pareto", true)]
    [InlineData("#page=pareto&in.type=TPE", false)]
    [InlineData("#page=pareto&in.type=TPE", true)]
    public async Task The_keyboard_walks_along_the_curve_and_opens_the_card_of_the_customer_it_has_come_to(string hash, bool isSketch)
    {
        await using var opened = await browser.Open(sample.Built.Html, View.Desktop with { Hash = hash });
        await opened.Page.WaitForSelectorAsync("#pareto-chart .scatterlayer .trace");
        if (isSketch) await opened.Page.EvaluateAsync("window.Plotly = undefined");
        var names = EngineTests.Rows(sample.Built.Warehouse, $"select name from marts.customers where {(hash.Contains("TPE", StringComparison.Ordinal) ? "type = 'TPE'" : "true")} order by revenue desc, account_id", (DbDataReader row) => row.GetString(0)).ToArray();
        var chart = opened.Find("#pareto-chart");
        Assert.Equal("slider", await chart.GetAttributeAsync("role"));
        Assert.Equal((await opened.Text("#pareto-title")).Split(' ')[0], await chart.GetAttributeAsync("aria-valuenow"));

        await opened.Find("#pareto-chart").FocusAsync();
        foreach (var key in (string[])["Home", "ArrowLeft", "ArrowRight", "ArrowUp", "PageDown", "PageUp", "ArrowDown"])
            await opened.Page.Keyboard.PressAsync(key);
        // From the first: two up, ten down to the first, ten up, one down.
        Assert.Equal("10", await chart.GetAttributeAsync("aria-valuenow"));
        Assert.StartsWith($"⁨{names[9]}⁩, rank 10: ", await chart.GetAttributeAsync("aria-valuetext"), StringComparison.Ordinal);
        Assert.Equal(await chart.GetAttributeAsync("aria-valuetext"), await opened.Find(".curve-said").TextContentAsync());
        await Assertions.Expect(opened.Find(".curve-hint")).ToBeVisibleAsync();
        await Assertions.Expect(opened.Find(isSketch ? "#pareto-chart .sketch-point" : "#pareto-chart .points .point")).ToHaveCountAsync(1);

        await opened.Page.Keyboard.PressAsync("Enter");
        Assert.Equal(names[9], await opened.Text("#customer-card-title"));
        await opened.Page.Keyboard.PressAsync("Escape");
        await opened.Page.Keyboard.PressAsync("End");
        Assert.Equal(await chart.GetAttributeAsync("aria-valuemax"), await chart.GetAttributeAsync("aria-valuenow"));
        opened.HasNoComplaint();
    }

    [Fact]
    public async Task Axe_finds_nothing_on_the_curve_that_the_keyboard_walks()
    {
        await using var opened = await browser.Open(sample.Built.Html, View.Desktop with { BypassPolicy = true, Hash = "#page=pareto" });
        await opened.Find("#pareto-chart[role=slider]").FocusAsync();
        await opened.Page.Keyboard.PressAsync("ArrowRight");
        Assert.Empty(await AccessibilityTests.Axe(opened));
    }

    [Theory]
    [InlineData("segments", 1280)]
    [InlineData("segments", 390)]
    [InlineData("team", 1280)]
    [InlineData("team", 390)]
    [InlineData("service", 390)]
    [InlineData("keep", 390)]
    [InlineData("win", 390)]
    public async Task Axe_finds_nothing_on_marks_that_lead_somewhere(string page, int width)
    {
        await using var opened = await browser.Open(sample.Built.Html, new View(width, 844) { BypassPolicy = true, Hash = $"#page={page}" });
        Assert.NotEqual(0, await opened.Find($"#view-{page} :is(.behind, .behind-mark)").CountAsync());
        Assert.Empty(await AccessibilityTests.Axe(opened));
        Assert.False(await opened.ScrollsSideways());
    }

    private string Customers(string from) => Whole(sample.Sql($"select count(*)::double {from}")) + " customers";

    private static string Whole(double value) => value.ToString("#,0", CultureInfo.InvariantCulture);
}
