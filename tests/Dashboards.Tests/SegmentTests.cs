using System.Globalization;
using Analytics.Dashboards.Tests.Browser;
using Analytics.Dashboards.Tests.Warehouse;
using Microsoft.Playwright;

namespace Analytics.Dashboards.Tests;

public class SegmentTests(Chromium browser)
{
    private const string WinRate = ".panel[data-kpi=win_rate_closed_by_count] ";

    [Fact]
    public async Task Segments_are_ranked_with_the_small_ones_after_the_others()
    {
        await using var opened = await browser.Open(Pages.English, View.Desktop.At("segments"));

        Assert.Equal(
            ["software", "entertainment", "telecommunications", "retail", "marketing", "medical", "(unknown)", "services", "finance", "crafts"],
            await opened.Texts(WinRate + ".bar-label"));
        Assert.Equal("76.7%▲", await opened.Text(WinRate + "[data-segment=software] .bar-value"));
        Assert.Equal("900", await opened.Text(WinRate + "[data-segment=software] .bar-n"));
    }

    [Theory]
    [InlineData("software", "better")]
    [InlineData("retail", "same")]
    [InlineData("finance", "worse")]
    [InlineData("crafts", "few")]
    public async Task A_segment_is_coloured_only_where_its_interval_leaves_the_whole_base_out(string segment, string standing)
    {
        await using var opened = await browser.Open(Pages.English, View.Desktop.At("segments"));

        Assert.Equal("bar " + standing, await opened.Find($"{WinRate}[data-segment={segment}]").GetAttributeAsync("class"));
    }

    [Fact]
    public async Task The_legend_names_the_marks_that_tell_better_from_worse_where_colours_do_not()
    {
        await using var opened = await browser.Open(Pages.English, View.Desktop.At("segments"));

        Assert.Equal(["Better than all together▲", "Worse than all together▼", "Not different beyond chance"], (await opened.Texts("#segments .legend li"))[..3]);
    }

    [Fact]
    public async Task The_title_says_the_finding_where_the_intervals_do_not_touch()
    {
        await using var opened = await browser.Open(Pages.French, View.Desktop.At("segments"));

        Assert.Equal("Taux de transformation : software en tête à 76,7 %, finance en queue à 54,3 %", await opened.Text("#segments-title"));
    }

    [Fact]
    public async Task What_a_bar_shows_is_said_to_those_who_do_not_see_it()
    {
        await using var opened = await browser.Open(Pages.English, View.Desktop.At("segments"));

        var label = await opened.Find(WinRate + "[data-segment=software] .bar-drawing").GetAttributeAsync("aria-label");

        Assert.StartsWith("76.7% (7", label, StringComparison.Ordinal);
        Assert.EndsWith("n\u00a0=\u00a0900, Better than all together)", label, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_segment_that_nobody_is_of_is_not_shown_nor_set_against_another_first()
    {
        using var warehouse = TestWarehouse.WithFigures();
        TestWarehouse.Execute(warehouse, "UPDATE marts.kpis SET n = 0, numerator = 0, denominator = 0, value = NULL, low = NULL, high = NULL WHERE segment = '(unknown)'");
        await using var opened = await browser.Open(Dashboard.Html(warehouse), View.Desktop.At("segments"));

        Assert.DoesNotContain("(unknown)", await opened.Texts(WinRate + ".bar-label"));
        Assert.Equal("crafts", await opened.Find("#versus select[name=a]").InputValueAsync());
    }

    [Fact]
    public async Task Of_too_few_to_be_judged_how_many_they_are_is_said_and_no_interval()
    {
        using var warehouse = TestWarehouse.WithFigures();
        TestWarehouse.Execute(warehouse, "UPDATE marts.kpis SET n = 2, low = -1, high = 2 WHERE kpi = 'win_rate_closed_by_count' AND segment = 'crafts'");
        await using var opened = await browser.Open(Dashboard.Html(warehouse), View.Desktop.At("segments"));

        Assert.Equal("n = 2", (await opened.Texts("#versus tbody tr:first-child td small"))[0]);
    }

    [Fact]
    public async Task Where_no_interval_is_known_chance_is_not_spoken_of()
    {
        using var warehouse = TestWarehouse.WithFigures();
        TestWarehouse.Execute(warehouse, "UPDATE marts.kpis SET low = NULL, high = NULL WHERE kpi = 'win_rate_closed_by_count'");
        await using var opened = await browser.Open(Dashboard.Html(warehouse), View.Desktop.At("segments"));

        Assert.Equal("Chance not measured", await opened.Text(WinRate + ".panel-finding"));
    }

    [Fact]
    public async Task The_title_stays_neutral_where_nothing_stands_out()
    {
        await using var opened = await browser.Open(Pages.French, (View.Desktop with { Hash = "#by=product" }).At("segments"));

        Assert.Equal("Par produit, aucun écart ne dépasse le hasard", await opened.Text("#segments-title"));
    }

    [Fact]
    public async Task That_segments_cut_by_purchases_differ_on_purchases_is_no_finding()
    {
        using var warehouse = TestWarehouse.WithFigures();
        TestWarehouse.Execute(warehouse, """
            UPDATE marts.dimensions SET dimension = 'rfm', label_en = 'RFM segment' WHERE dimension = 'sector';
            DELETE FROM marts.kpis WHERE dimension = 'sector' AND kpi <> 'basket_per_order';
            UPDATE marts.kpis SET dimension = 'rfm', low = value * 0.99, high = value * 1.01 WHERE dimension = 'sector';
            """);
        await using var opened = await browser.Open(Dashboard.Html(warehouse), View.Desktop.At("segments"));

        Assert.Equal("By RFM segment, segments differ by how they are cut", await opened.Text("#segments-title"));
        Assert.Equal("Apart by definition", await opened.Text(".panel[data-kpi=basket_per_order] .panel-finding"));
        Assert.Equal("by definition", await opened.Text("#versus tbody tr:first-child td:last-child"));
        Assert.DoesNotContain("Segments", await opened.Texts("#findings .finding-page"));
    }

    [Fact]
    public async Task Panels_of_one_unit_are_drawn_on_one_scale()
    {
        using var warehouse = TestWarehouse.WithFigures();
        const string half = "INSERT INTO marts.kpis SELECT '{0}', dimension, segment, owner_id, period, period_start, period_end, numerator, denominator, value / {1}, n, excluded, low / {1}, high / {1} FROM marts.kpis WHERE dimension = 'sector' AND kpi = '{2}'";
        TestWarehouse.Execute(warehouse, "INSERT INTO marts.kpi_catalog SELECT * REPLACE ('cac' AS kpi) FROM marts.kpi_catalog WHERE kpi = 'basket_per_order'");
        TestWarehouse.Execute(warehouse, string.Format(CultureInfo.InvariantCulture, half, "attrition", 2, "win_rate_closed_by_count"));
        TestWarehouse.Execute(warehouse, string.Format(CultureInfo.InvariantCulture, half, "cac", 20, "basket_per_order"));
        await using var opened = await browser.Open(Dashboard.Html(warehouse), View.Desktop.At("segments"));

        Assert.Equal(2, await Width("win_rate_closed_by_count") / await Width("attrition"), 0.01);
        Assert.Equal(1, await Width("basket_per_order") / await Width("cac"), 0.01);
        Assert.DoesNotContain("own scale", await opened.Text(".panel[data-kpi=attrition] .panel-base"), StringComparison.Ordinal);
        Assert.Contains("own scale", await opened.Text(".panel[data-kpi=cac] .panel-base"), StringComparison.Ordinal);

        async Task<double> Width(string kpi) =>
            double.Parse((await opened.Find($".panel[data-kpi={kpi}] [data-segment=software] .fill").GetAttributeAsync("width"))!.TrimEnd('%'), CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task Choosing_a_dimension_and_a_period_redraws_the_bars()
    {
        await using var opened = await browser.Open(Pages.English, View.Desktop.At("segments"));

        await opened.Find("select[name=by]").SelectOptionAsync("product");
        Assert.Equal(["MG Special", "GTX Basic", "GTX Pro", "GTK 500"], await opened.Texts(WinRate + ".bar-label"));

        await opened.Find("select[name=by]").SelectOptionAsync("sector");
        await opened.Find("select[name=period]").SelectOptionAsync("year:2025-01-01");
        Assert.Equal(["retail", "software", "medical"], await opened.Texts(WinRate + ".bar-label"));
        opened.HasNoComplaint();
    }

    [Fact]
    public async Task Any_measure_sorts_and_the_shorter_cycle_comes_first()
    {
        await using var opened = await browser.Open(Pages.English, View.Desktop.At("segments"));

        await opened.Find("select[name=sort]").SelectOptionAsync("sales_cycle_mean");

        Assert.Equal(["software", "telecommunications"], (await opened.Texts(WinRate + ".bar-label"))[..2]);
    }

    [Fact]
    public async Task A_dimension_without_data_cannot_be_chosen_and_says_what_would_bring_it()
    {
        await using var opened = await browser.Open(Pages.English, View.Desktop.At("segments"));

        var option = opened.Find("option[value=size]");

        Assert.NotNull(await option.GetAttributeAsync("disabled"));
        Assert.Equal("Company size (no data – brought by accounts (column size))", await opened.Text("option[value=size]"));
    }

    [Fact]
    public async Task Beyond_fifteen_segments_the_rest_shows_on_demand()
    {
        await using var opened = await browser.Open(Pages.English, (View.Desktop with { Hash = "#by=owner" }).At("segments"));
        Assert.Equal(15, await opened.Find(WinRate + ".bar").CountAsync());

        await opened.Find("#segments .more").First.ClickAsync();

        await Assertions.Expect(opened.Find(WinRate + ".bar")).ToHaveCountAsync(20);
    }

    [Fact]
    public async Task Choices_stand_in_the_address_and_the_back_button_undoes_them()
    {
        await using var opened = await browser.Open(Pages.English, View.Desktop.At("segments"));
        await opened.Find("select[name=by]").SelectOptionAsync("product");
        await opened.Find("[data-lang=fr]").ClickAsync();
        Assert.Contains("by=product", opened.Page.Url, StringComparison.Ordinal);

        await opened.Page.GoBackAsync();
        await Assertions.Expect(opened.Find("html")).ToHaveAttributeAsync("lang", "en");
        Assert.Equal("product", await opened.Find("select[name=by]").InputValueAsync());

        await opened.Page.GoBackAsync();
        await Assertions.Expect(opened.Find("select[name=by]")).ToHaveValueAsync("sector");
        opened.HasNoComplaint();
    }
}
