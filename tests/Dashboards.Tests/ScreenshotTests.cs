using Analytics.Dashboards.Tests.Browser;
using Microsoft.Playwright;

namespace Analytics.Dashboards.Tests;

public class ScreenshotTests(Chromium browser)
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("ANALYTICS_SCREENSHOTS");

    [Theory]
    [InlineData("en", "desktop", false)]
    [InlineData("fr", "desktop", false)]
    [InlineData("fr", "desktop", true)]
    [InlineData("fr", "phone", false)]
    [InlineData("en", "phone", true)]
    public async Task The_page_is_pictured_where_ANALYTICS_SCREENSHOTS_names_a_folder(string language, string device, bool dark)
    {
        Assert.SkipWhen(Folder is null, "ANALYTICS_SCREENSHOTS names no folder.");
        var view = device is "phone" ? View.Phone with { Scale = 2 } : View.Desktop;
        await using var opened = await browser.Open(Pages.In(language), view with { Dark = dark });

        var name = $"page-{device}-{language}{(dark ? "-dark" : "")}";
        foreach (var link in await opened.Find("nav a").AllAsync())
        {
            await link.ClickAsync();
            await opened.Page.ScreenshotAsync(new() { Path = Path.Combine(Folder, $"{name}-{await link.GetAttributeAsync("data-page")}.png"), FullPage = true });
        }

        await opened.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await opened.Page.ScreenshotAsync(new() { Path = Path.Combine(Folder, name + "-print.png"), FullPage = true });
    }

    [Fact]
    public async Task An_open_tile_an_open_file_and_the_table_are_pictured_too()
    {
        Assert.SkipWhen(Folder is null, "ANALYTICS_SCREENSHOTS names no folder.");
        await using var opened = await browser.Open(Pages.English, View.Desktop.At("data"));

        await opened.Find(".file summary").Nth(1).ClickAsync();
        await opened.Find("#data").ScreenshotAsync(new() { Path = Path.Combine(Folder, "data-open.png") });
        await opened.Find("nav [data-page=segments]").ClickAsync();
        await opened.Find(".as-table summary").ClickAsync();
        await opened.Find("#segments").ScreenshotAsync(new() { Path = Path.Combine(Folder, "segments-table.png") });
        await opened.Find("nav a").First.ClickAsync();
        await opened.Find("[data-kpi=basket_per_order] .tile-open").ClickAsync();
        await opened.Page.ScreenshotAsync(new() { Path = Path.Combine(Folder, "tile-open.png") });
    }

    [Fact]
    public async Task Hostile_names_are_pictured_too()
    {
        Assert.SkipWhen(Folder is null, "ANALYTICS_SCREENSHOTS names no folder.");
        await using var opened = await browser.Open(Pages.Hostile, (View.Desktop with { Hash = "#by=owner" }).At("pareto"));

        await opened.Find("#pareto-chart .nsewdrag").First.HoverAsync();
        await opened.Page.ScreenshotAsync(new() { Path = Path.Combine(Folder, "hostile.png"), FullPage = true });
    }
}
