using Analytics.Dashboards.Tests.Browser;
using Microsoft.Playwright;

namespace Analytics.Dashboards.Tests;

public class OpeningTests(Chromium browser)
{
    [Theory]
    [InlineData("en", 1280)]
    [InlineData("fr", 390)]
    [InlineData("fr", 820)]
    public async Task The_page_opens_from_disk_without_complaint_and_fits_its_window(string language, int width)
    {
        await using var opened = await browser.Open(Pages.In(language), new View(width, 844));

        Assert.Equal(language, await opened.Page.GetAttributeAsync("html", "lang"));
        foreach (var link in await opened.Find("nav a").AllAsync())
        {
            await link.ClickAsync();
            Assert.False(await opened.ScrollsSideways());
        }
        await Assertions.Expect(opened.Find("#pareto-chart .scatterlayer .trace")).Not.ToHaveCountAsync(0);
        opened.HasNoComplaint();
    }

    [Fact]
    public async Task On_a_phone_the_name_of_the_open_page_is_in_sight()
    {
        await using var opened = await browser.Open(Pages.English, View.Phone.At("data"));

        await Assertions.Expect(opened.Find("nav [aria-current]")).ToBeInViewportAsync(new() { Ratio = 1 });
    }

    [Fact]
    public async Task The_header_prints_the_as_of_date_the_range_and_what_sales_are()
    {
        await using var opened = await browser.Open(Pages.French);

        Assert.Equal("Ateliers du Rhône", await opened.Text("h1"));
        Assert.Equal("Arrêté au 31 décembre 2025", await opened.Text("#as-of"));
        Assert.Contains("Données du 2 janvier 2023 au 31 décembre 2025", await opened.Text(".dates"), StringComparison.Ordinal);
        Assert.StartsWith("Les ventes sont les opportunités gagnées", await opened.Text(".note"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_switch_changes_every_word_and_the_lang_attribute()
    {
        await using var opened = await browser.Open(Pages.French);

        await opened.Find("[data-lang=en]").ClickAsync();
        await opened.Page.WaitForSelectorAsync("html[lang=en]");

        Assert.Equal("As of 31 December 2025", await opened.Text("#as-of"));
        Assert.Equal("€1,234,567", await opened.Text("[data-kpi=revenue] .tile-value"));
        Assert.Equal("true", await opened.Page.EvaluateAsync<string>("document.activeElement.getAttribute('aria-pressed')"));
        opened.HasNoComplaint();
    }

    [Theory]
    [InlineData("segments", "segments")]
    [InlineData("data", "data")]
    public async Task The_navigation_opens_a_page_and_takes_the_keyboard_there(string page, string section)
    {
        await using var opened = await browser.Open(Pages.English);

        await opened.Find($"nav [data-page={page}]").ClickAsync();

        await Assertions.Expect(opened.Find($"#view-{page}")).ToBeVisibleAsync();
        Assert.Equal(section, await opened.Page.EvaluateAsync<string>("document.activeElement.id"));
        Assert.Equal("page", await opened.Find($"nav [data-page={page}]").GetAttributeAsync("aria-current"));
        await opened.Page.GoBackAsync();
        await Assertions.Expect(opened.Find("#view-overview")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("euros <b>")]
    [InlineData("€")]
    public async Task A_currency_that_is_no_code_leaves_amounts_bare_and_says_so(string currency)
    {
        using var warehouse = Warehouse.TestWarehouse.WithFigures();
        Warehouse.TestWarehouse.Execute(warehouse, $"UPDATE marts.run SET currency = '{currency}'");
        await using var opened = await browser.Open(Dashboard.Html(warehouse));

        Assert.Equal("1,234,567", await opened.Text("[data-kpi=revenue] .tile-value"));
        Assert.Contains("do not state a currency", (await opened.Texts(".note"))[1], StringComparison.Ordinal);
        opened.HasNoComplaint();
    }

    [Fact]
    public async Task An_empty_warehouse_still_gives_a_page_that_says_what_is_missing()
    {
        using var warehouse = Warehouse.TestWarehouse.Open("contract", "empty");
        await using var opened = await browser.Open(Dashboard.Html(warehouse));

        Assert.Contains("n/a", await opened.Text("[data-kpi=revenue] .tile-value"), StringComparison.Ordinal);
        await opened.Find("nav [data-page=pareto]").ClickAsync();
        Assert.Contains("orders or invoices", await opened.Text("#pareto .empty"), StringComparison.Ordinal);
        opened.HasNoComplaint();
    }
}
