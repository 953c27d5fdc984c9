using Analytics.Dashboards.Tests.Browser;
using Analytics.Dashboards.Tests.Warehouse;

namespace Analytics.Dashboards.Tests;

public class ServiceTests(Chromium browser)
{
    [Fact]
    public async Task The_title_says_what_has_changed_since_the_same_quarter_a_year_before()
    {
        await using var opened = await browser.Open(Pages.French, View.Desktop.At("service"));

        Assert.Equal("Satisfaction (sur 10) : de 8,2 un an plus tôt à 6,1 (T4 2025)", await opened.Text("#service-title"));
        Assert.Equal(["7,5", "+9 pts", "2,0 %"], await opened.Texts(".trend-value"));
        Assert.Equal("7,2–7,8 · n = 140", await opened.Text("#service [data-kpi=satisfaction] .tile-note"));
        Assert.StartsWith("Une réclamation est résolue en 12,0 jours en moyenne (75 résolues, 5 non).", await opened.Text("#service .lead"), StringComparison.Ordinal);
        opened.HasNoComplaint();
    }

    [Fact]
    public async Task Each_trend_has_its_scale()
    {
        await using var opened = await browser.Open(Pages.English, View.Desktop.At("service"));

        Assert.Equal(["0", "5", "10"], await opened.Texts("#service [data-kpi=satisfaction] .trend text"));
    }

    [Theory]
    [InlineData("en", "−3 pts to +20 pts · n = 140")]
    [InlineData("fr", "−3 pts à +20 pts · n = 140")]
    public async Task Beside_a_minus_a_range_is_told_in_words(string language, string told)
    {
        await using var opened = await browser.Open(Pages.In(language), View.Desktop.At("service"));

        Assert.Equal(told, await opened.Text("#service [data-kpi=net_promoter_score] .tile-note"));
    }

    [Fact]
    public async Task Without_a_change_beyond_chance_the_title_stays_calm()
    {
        using var warehouse = TestWarehouse.WithFigures("service");
        TestWarehouse.Execute(warehouse, "UPDATE marts.kpis SET high = 7.9 WHERE kpi = 'satisfaction' AND period_start = '2025-10-01'");
        await using var opened = await browser.Open(Dashboard.Html(warehouse), View.Desktop.At("service"));

        Assert.Equal("Nothing in the quality of service has changed beyond chance in a year", await opened.Text("#service-title"));
    }

    [Fact]
    public async Task A_segment_is_named_where_its_interval_leaves_the_whole_base_out()
    {
        await using var opened = await browser.Open(Pages.English, View.Desktop.At("service"));

        Assert.Equal("Worse than all together – satisfaction: retail", await opened.Text("#service-segments-title"));
        Assert.Equal("dot-row few", await opened.Find("#service-segments [data-segment=crafts]").GetAttributeAsync("class"));
        Assert.Equal("dot-row better", await opened.Find("#service-segments [data-segment=software]").GetAttributeAsync("class"));
    }

    [Fact]
    public async Task Reasons_are_ranked_and_set_against_those_who_left_and_stayed()
    {
        await using var opened = await browser.Open(Pages.English, View.Desktop.At("service"));

        Assert.Equal("“Late delivery” makes 75.0% of the complaints", await opened.Text("#complaints-title"));
        Assert.Equal(
            ["Late delivery", "9", "75.0%", "31.4%33 of 105", "10.2%22 of 215", "more often among the lost, beyond chance"],
            await opened.Texts("#complaints tbody tr:first-child td"));
        Assert.Equal("(unknown)", (await opened.Texts("#complaints tbody tr:nth-child(3) td"))[0]);
    }

    [Fact]
    public async Task Unhappy_customers_left_more_where_the_intervals_do_not_touch()
    {
        await using var opened = await browser.Open(Pages.English, View.Desktop.At("service"));

        Assert.Equal("Unhappy customers left more: 50.0%, against 10.0% of the happy ones", await opened.Text("#outcomes-title"));
        Assert.Equal(["Unhappy (0–6)", "In between (7–8)", "Happy (9–10)"], await opened.Texts("#outcomes .dot-label"));
    }

    [Fact]
    public async Task What_customers_wrote_is_shown_and_blank_answers_are_not()
    {
        await using var opened = await browser.Open(Pages.French, View.Desktop.At("service"));

        Assert.Equal(["01/12/2025", "Fonderie de l’Isère", "3,0", "Livré trois semaines trop tard."], await opened.Texts("#verbatims td"));
    }

    [Fact]
    public async Task Hostile_words_are_shown_as_words()
    {
        await using var opened = await browser.Open(Pages.Hostile, View.Desktop.At("service"));

        Assert.Contains("</script><script>document.title = \"owned\"</script>", await opened.Texts("#verbatims .verbatim"), StringComparer.Ordinal);
        Assert.NotEqual("owned", await opened.Page.TitleAsync(), StringComparer.Ordinal);
        Assert.False(await opened.ScrollsSideways());
        opened.HasNoComplaint();
    }

    [Fact]
    public async Task Without_surveys_and_complaints_the_page_names_the_exports_that_lack()
    {
        using var warehouse = TestWarehouse.WithFigures();
        TestWarehouse.Execute(warehouse, "INSERT INTO marts.tables VALUES ('surveys', 6, 'satisfaction surveys', 'enquêtes de satisfaction', 0), ('complaints', 7, 'complaints', 'réclamations', 0)");
        await using var opened = await browser.Open(Dashboard.Html(warehouse), View.Desktop.At("service"));

        Assert.Equal("The exports hold neither surveys nor complaints", await opened.Text("#service-title"));
        Assert.Equal("Missing: satisfaction surveys and complaints.", await opened.Text("#service .empty"));
        opened.HasNoComplaint();
    }
}
