using System.Globalization;
using System.Text.Json;
using Analytics.Dashboards.Tests.Browser;
using Analytics.Dashboards.Tests.Engine;

namespace Analytics.Dashboards.Tests;

/// <summary>From export files to the figures on the screen.</summary>
[Collection("sample")]
public class WholePathTests(Chromium browser, SamplePage sample, RealPage real)
{
    [Fact]
    public async Task The_real_opportunities_show_the_expected_figures()
    {
        using var figures = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(RealPage.Folder, "expected_kpis.json"), TestContext.Current.CancellationToken));
        await using var opened = await browser.Open(real.Maven.Html, View.Desktop.At("segments"));
        foreach (var (dimension, expected) in (IEnumerable<(string, string)>)[("sector", "sector"), ("product", "product"), ("owner", "sales_agent")])
            await ShowsFigures(opened, dimension, figures.RootElement.GetProperty(expected));
        opened.HasNoComplaint();
    }

    private static async Task ShowsFigures(OpenedPage opened, string dimension, JsonElement segments)
    {
        await opened.Page.EvaluateAsync($"location.hash = 'page=segments&all=1&by={dimension}'");
        foreach (var segment in segments.EnumerateObject())
        {
            if (segment.Value.GetProperty("won").GetInt32() == 0) continue;
            async Task Shows(string kpi, double value, string format) => Assert.Equal(
                value.ToString(format, CultureInfo.InvariantCulture),
                (await opened.Text($".panel[data-kpi={kpi}] [data-segment='{segment.Name}'] .bar-value")).TrimEnd('▲', '▼', ' ').Replace(" days", "", StringComparison.Ordinal).TrimEnd('%'));
            await Shows("win_rate_closed_by_count", segment.Value.GetProperty("win_rate").GetDouble() * 100, "0.0");
            await Shows("basket_per_order", segment.Value.GetProperty("avg_basket_won").GetDouble(), segment.Value.GetProperty("avg_basket_won").GetDouble() < 100 ? "0.00" : "#,##0");
            await Shows("sales_cycle_mean", segment.Value.GetProperty("cycle_days_won").GetDouble(), "0.0");
        }
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public async Task The_sample_opens_without_a_complaint_and_says_what_it_found(string language)
    {
        await using var opened = await browser.Open(Dashboard.Html(sample.Built.Warehouse, new() { Language = language }));

        if (Environment.GetEnvironmentVariable("ANALYTICS_SCREENSHOTS") is { } folder)
            await opened.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"dashboard-{language}.png"), FullPage = true, Clip = new() { Width = 1280, Height = 1310 } });
        await opened.Find("nav [data-page=segments]").ClickAsync();
        Assert.Contains("Garage automobile", await opened.Text("#segments-title"), StringComparison.Ordinal);
        opened.HasNoComplaint();
    }
}
