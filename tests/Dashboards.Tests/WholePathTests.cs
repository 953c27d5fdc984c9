using System.Globalization;
using System.Text.Json;
using Analytics.Dashboards.Tests.Browser;
using Analytics.Pipeline;
using Analytics.Pipeline.Sample;

namespace Analytics.Dashboards.Tests;

/// <summary>From export files to the figures on the screen.</summary>
public class WholePathTests(Chromium browser)
{
    [Theory]
    [InlineData("sector", "sector")]
    [InlineData("product", "product")]
    [InlineData("owner", "sales_agent")]
    public async Task The_real_opportunities_show_the_expected_figures(string dimension, string expected)
    {
        var folder = RealData("maven_crm");
        using var figures = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "expected_kpis.json"), TestContext.Current.CancellationToken));
        await using var opened = await browser.Open(PageOf(folder), (View.Desktop with { Hash = $"#by={dimension}" }).At("segments"));
        if (await opened.Find("#segments .more").First.IsVisibleAsync()) await opened.Find("#segments .more").First.ClickAsync();

        foreach (var segment in figures.RootElement.GetProperty(expected).EnumerateObject())
        {
            if (segment.Value.GetProperty("won").GetInt32() == 0) continue;
            async Task Shows(string kpi, double value, string format) => Assert.Equal(
                value.ToString(format, CultureInfo.InvariantCulture),
                (await opened.Text($".panel[data-kpi={kpi}] [data-segment='{segment.Name}'] .bar-value")).TrimEnd('▲', '▼', ' ').Replace(" days", "", StringComparison.Ordinal).TrimEnd('%'));
            await Shows("win_rate_closed_by_count", segment.Value.GetProperty("win_rate").GetDouble() * 100, "0.0");
            await Shows("basket_per_order", segment.Value.GetProperty("avg_basket_won").GetDouble(), segment.Value.GetProperty("avg_basket_won").GetDouble() < 100 ? "0.00" : "#,##0");
            await Shows("sales_cycle_mean", segment.Value.GetProperty("cycle_days_won").GetDouble(), "0.0");
        }
        opened.HasNoComplaint();
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public async Task The_sample_opens_without_a_complaint_and_says_what_it_found(string language)
    {
        using var exports = new TemporaryExports();
        SampleCompany.Write(exports.Path);
        await using var opened = await browser.Open(PageOf(exports.Path, language));

        if (Environment.GetEnvironmentVariable("ANALYTICS_SCREENSHOTS") is { } folder)
            await opened.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"dashboard-{language}.png"), FullPage = true, Clip = new() { Width = 1280, Height = 1310 } });
        await opened.Find("nav [data-page=segments]").ClickAsync();
        Assert.Contains("Garage automobile", await opened.Text("#segments-title"), StringComparison.Ordinal);
        opened.HasNoComplaint();
    }

    private static string PageOf(string exports, string language = "en")
    {
        using var output = new TemporaryExports();
        using var build = WarehouseBuild.Begin(new() { Exports = exports, Output = output.Path, Title = language == "fr" ? "Entreprise d’exemple" : "Sample company" });
        build.LoadFiles(cancellation: TestContext.Current.CancellationToken);
        build.ComputeMarts(cancellation: TestContext.Current.CancellationToken);
        Models.Churn.Assess(build.Connection, new());
        build.ListTargets();
        build.RunChecks();
        return Dashboard.Html(build.Connection, new DashboardOptions { Language = language });
    }

    private static string RealData(string name)
    {
        var root = Environment.GetEnvironmentVariable("ANALYTICS_REAL_DATA");
        Assert.SkipWhen(string.IsNullOrEmpty(root), "ANALYTICS_REAL_DATA does not name the folder of real files.");
        return Path.Combine(root!, name);
    }

    private sealed class TemporaryExports : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("analytics-exports-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
