using Analytics.Dashboards.Tests.Browser;
using Analytics.Dashboards.Tests.Warehouse;

namespace Analytics.Dashboards.Tests;

public class OutlookTests(Chromium browser)
{
    [Fact]
    public async Task The_year_is_said_above_its_target_where_the_interval_leaves_the_target_out()
    {
        await using var opened = await browser.Open(Pages.Of("en", "outlook"));

        Assert.Equal("Revenue 2025 should end at €1,300, above its target of €1,200", await opened.Text("#outlook-title"));
        Assert.Contains("3 months to come", await opened.Text("#outlook .lead"), StringComparison.Ordinal);
        // On one scale up to 1.04 × 1,350: done 900, expected 400 more, aimed at 1,200.
        Assert.Equal("64.10%", await opened.Find("[data-measure=revenue] .outlook-done").GetAttributeAsync("width"));
        Assert.Equal("28.49%", await opened.Find("[data-measure=revenue] .outlook-expected").GetAttributeAsync("width"));
        Assert.Equal("85.47%", await opened.Find("[data-measure=revenue] .outlook-target").GetAttributeAsync("width"));
        Assert.Equal(0, await opened.Find("[data-measure=margin] .outlook-target").CountAsync());
        opened.HasNoComplaint();
    }

    [Fact]
    public async Task A_year_that_is_over_and_had_no_target_leaves_nothing_to_say()
    {
        using var warehouse = TestWarehouse.WithFigures();
        TestWarehouse.Execute(warehouse, "INSERT INTO marts.forecast VALUES ('revenue', '2025-01-01', '2025-12-01', 0, 900, 'scaled', 900, NULL, NULL)");
        await using var opened = await browser.Open(Dashboard.Html(warehouse));

        Assert.Equal(0, await opened.Find("#outlook").CountAsync());
    }

    [Fact]
    public async Task Without_a_forecast_nothing_is_drawn()
    {
        await using var opened = await browser.Open(Pages.English);

        Assert.Equal(0, await opened.Find("#outlook").CountAsync());
    }
}
