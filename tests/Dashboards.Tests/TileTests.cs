using Analytics.Dashboards.Tests.Browser;
using Analytics.Dashboards.Tests.Warehouse;
using Microsoft.Playwright;

namespace Analytics.Dashboards.Tests;

public class TileTests(Chromium browser)
{
    [Fact]
    public async Task Tiles_show_the_warehouse_figures_as_English_writes_them()
    {
        await using var opened = await browser.Open(Pages.English);

        Assert.Equal(
            ["€1,234,567", "n/a", "63.2%", "€291", "51.8 days", "8,800", "12.3%", "17", "14"],
            await opened.Texts(".tile-value"));
        Assert.Equal("62.0% – 64.3% n = 6,711", await opened.Text("[data-kpi=win_rate_closed_by_count] .tile-note"));
        Assert.Equal("Median: €81.50", await opened.Text("[data-kpi=basket_per_order] .tile-beside"));
        Assert.Equal("17 of 85", await opened.Text("[data-kpi=pareto_customers] .tile-note"));
    }

    [Fact]
    public async Task Tiles_show_the_same_figures_as_French_writes_them()
    {
        await using var opened = await browser.Open(Pages.French);

        Assert.Equal(
            ["1 234 567 €", "n.d.", "63,2 %", "291 €", "51,8 jours", "8 800", "12,3 %", "17", "14"],
            await opened.Texts(".tile-value"));
        Assert.Equal("62,0–64,3 % n = 6 711", await opened.Text("[data-kpi=win_rate_closed_by_count] .tile-note"));
        Assert.Equal("Médiane : 81,50 €", await opened.Text("[data-kpi=basket_per_order] .tile-beside"));
    }

    [Fact]
    public async Task What_only_makes_sense_within_a_year_shows_the_last_twelve_months_and_says_so()
    {
        await using var opened = await browser.Open(Pages.English);

        Assert.Equal("Last 12 months (to 31 December 2025)9.0% – 16.5% n = 300", await opened.Text("[data-kpi=attrition] .tile-note"));
    }

    [Theory]
    [InlineData("fr", 1280)]
    [InlineData("fr", 390)]
    [InlineData("en", 1280)]
    public async Task No_text_leaves_its_tile(string language, int width)
    {
        await using var opened = await browser.Open(Pages.In(language), View.Desktop with { Width = width });

        Assert.True(await opened.Page.EvaluateAsync<bool>("[...document.querySelectorAll('.tile')].every(tile => tile.scrollWidth <= tile.clientWidth)"));
    }

    [Fact]
    public async Task A_tile_opens_its_formula_its_two_parts_n_and_what_was_left_out()
    {
        await using var opened = await browser.Open(Pages.English);

        await opened.Find("[data-kpi=win_rate_closed_by_count] button").ClickAsync();

        Assert.Equal("Won / (won + lost), by close date.", await opened.Text("dialog .formula"));
        Assert.Equal(
            ["4,238", "6,711", "6,711", "62.0% – 64.3%With this many observations, chance alone moves the figure within this interval.", "12closed without a date"],
            await opened.Texts("dialog dd"));
        Assert.Contains("Year 2025", await opened.Texts("dialog tbody th"), StringComparer.Ordinal);

        await opened.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(opened.Find("dialog")).ToHaveCountAsync(0);
        opened.HasNoComplaint();
    }

    [Fact]
    public async Task A_tile_opens_from_the_keyboard()
    {
        await using var opened = await browser.Open(Pages.English);

        await opened.Find("[data-kpi=revenue] button").FocusAsync();
        await opened.Page.Keyboard.PressAsync("Enter");

        Assert.Equal("Sum of the amounts of won opportunities.", await opened.Text("dialog .formula"));
    }

    [Fact]
    public async Task A_tile_without_its_export_says_which_one_would_bring_it()
    {
        using var warehouse = TestWarehouse.WithFigures();
        var html = Dashboard.Html(warehouse, new DashboardOptions { Language = "fr", Tiles = [new Tile("margin")] });
        await using var opened = await browser.Open(html);

        Assert.Equal("n.d.", await opened.Text("[data-kpi=margin] .tile-value"));
        Assert.Equal("Il manque : commandes ou factures.", await opened.Text("[data-kpi=margin] .tile-note"));
    }

    [Fact]
    public void An_eleventh_tile_is_refused_with_advice()
    {
        using var warehouse = TestWarehouse.WithFigures();
        var eleven = new DashboardOptions { Tiles = [.. Enumerable.Repeat(new Tile("revenue"), 11)] };

        var refusal = Assert.Throws<ArgumentException>(() => Dashboard.Html(warehouse, eleven));

        Assert.Contains("ten indicators at most", refusal.Message, StringComparison.Ordinal);
    }
}
