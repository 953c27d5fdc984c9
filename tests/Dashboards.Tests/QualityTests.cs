using Analytics.Dashboards.Tests.Browser;
using Analytics.Dashboards.Tests.Warehouse;
using Microsoft.Playwright;

namespace Analytics.Dashboards.Tests;

public class QualityTests(Chromium browser)
{
    [Fact]
    public async Task Every_row_read_is_accounted_for()
    {
        await using var opened = await browser.Open(Pages.French, View.Desktop.At("data"));

        Assert.Equal("8 932 lignes lues = 8 927 gardées + 5 rejetées", await opened.Text("#data-title"));
        Assert.Contains("8 805 lues = 8 800 gardées + 5 rejetées", await opened.Texts(".file-balance"), StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_file_says_how_it_was_read_and_why_rows_were_left_out()
    {
        await using var opened = await browser.Open(Pages.English, View.Desktop.At("data"));

        await opened.Find("[data-file^=opportunités] summary").ClickAsync();

        var text = await opened.Text("[data-file^=opportunités]");
        Assert.Contains("windows-1252", text, StringComparison.Ordinal);
        Assert.Contains("too few columns: 4 rows rejected", text, StringComparison.Ordinal);
        Assert.Contains("not a number: 1 value left empty, its row kept", text, StringComparison.Ordinal);
        Assert.Contains("a_reason_of_tomorrow: 1 row rejected", text, StringComparison.Ordinal);
        Assert.Contains("Phase → stage guessed", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_read_as_another_are_told_with_their_rows()
    {
        await using var opened = await browser.Open(Pages.English, View.Desktop.At("data"));

        var cards = await opened.Texts(".cards li");

        Assert.Contains("“GTXPro” read as “GTX Pro” – 1,480 rows (opportunities.product)", cards, StringComparer.Ordinal);
        Assert.Contains("“Ghost Ltd” found nowhere – 1 row (opportunities.account)", cards, StringComparer.Ordinal);
    }

    [Fact]
    public async Task Failed_checks_and_missing_exports_are_named()
    {
        await using var opened = await browser.Open(Pages.English, View.Desktop.At("data"));

        Assert.Equal("1 check failed", await opened.Text(".failed p"));
        Assert.Contains("With orders or invoices: Margin", await opened.Texts(".cards li"), StringComparer.Ordinal);
    }

    [Fact]
    public async Task The_model_card_puts_each_measure_beside_its_baseline()
    {
        await using var opened = await browser.Open(Pages.English, View.Desktop.At("trust"));

        Assert.Equal(["0.774 0.741 – 0.806"], await opened.Texts("[data-question=churn] [data-metric=auc] td"));
        Assert.StartsWith("On customers that it had not seen", await opened.Text("#trust .lead"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_scores_the_page_says_why_and_names_no_one()
    {
        using var warehouse = TestWarehouse.WithFigures();
        TestWarehouse.Execute(warehouse, "DELETE FROM marts.scores");
        await using var opened = await browser.Open(Dashboard.Html(warehouse), View.Desktop.At("keep"));

        Assert.StartsWith("On customers that it had not seen", await opened.Text("#watch .empty"), StringComparison.Ordinal);
        await opened.Find("nav a").First.ClickAsync();
        await Assertions.Expect(opened.Find($"[data-kpi={Tile.ExpectedLosses}] .tile-value")).ToHaveTextAsync("n/a");
        opened.HasNoComplaint();
    }
}
