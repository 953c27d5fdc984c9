using Analytics.Dashboards.Tests.Browser;
using Analytics.Dashboards.Tests.Warehouse;
using Microsoft.Playwright;

namespace Analytics.Dashboards.Tests;

public class EffortTests(Chromium browser)
{
    private static readonly string[] MartOrder = ["retail", "software", "medical", "crafts"];

    [Fact]
    public async Task The_ranking_opens_in_the_marts_order_with_segments_of_few_customers_last_and_unnamed()
    {
        await using var opened = await browser.Open(Pages.English, View.Desktop.At("segments"));

        Assert.Equal(MartOrder, await Ranking(opened));
        Assert.Equal("Where to put the effort: retail brings 11.3 times what winning a customer costs, medical 2.1 times", await opened.Text("#effort-title"));
        Assert.Equal("€240,000", await opened.Text("#effort tbody tr:nth-child(2) td:nth-child(10)"));
        opened.HasNoComplaint();
    }

    [Fact]
    public async Task Where_the_intervals_touch_no_segment_is_named()
    {
        using var warehouse = TestWarehouse.WithFigures("effort");
        TestWarehouse.Execute(warehouse, "UPDATE marts.effort SET margin_per_euro_high = 9.5 WHERE segment = 'medical'");
        await using var opened = await browser.Open(Dashboard.Html(warehouse), View.Desktop.At("segments"));

        Assert.Equal("Where to put the effort, by sector: no yield stands out from chance", await opened.Text("#effort-title"));
    }

    [Fact]
    public async Task A_yield_that_few_won_customers_tell_is_grey_last_and_not_named()
    {
        using var warehouse = TestWarehouse.WithFigures("effort");
        TestWarehouse.Execute(warehouse, "UPDATE marts.effort SET new_customers = 9 WHERE segment = 'retail'");
        await using var opened = await browser.Open(Dashboard.Html(warehouse), View.Desktop.At("segments"));

        Assert.Equal(["software", "medical"], (await Ranking(opened))[..2]);
        Assert.Contains("retailonly 9 won", await opened.Texts("#effort .effort-few"));
        Assert.Equal("Where to put the effort: software brings 8.2 times what winning a customer costs, medical 2.1 times", await opened.Text("#effort-title"));
    }

    [Fact]
    public async Task Moving_a_weight_ranks_anew_and_the_button_brings_the_marts_order_back()
    {
        await using var opened = await browser.Open(Pages.English, View.Desktop.At("segments"));

        await opened.Find("[name=weight-marginPerEuro]").FillAsync("0");
        await opened.Find("[name=weight-basket]").FillAsync("100");

        // 900 is the best basket, 200 the worst: 280 stands at 11 of 100 between them, 500 at 43; of crafts' few customers, whatever they score, last.
        Assert.Equal(["software", "medical", "retail", "crafts"], await Ranking(opened));
        Assert.Equal(["100", "11", "0", "43"], await opened.Texts("#effort tbody td:nth-child(3) .chance"));

        await opened.Find(".weights button").ClickAsync();
        await Assertions.Expect(opened.Find("[name=weight-basket]")).ToHaveValueAsync("0");
        Assert.Equal(MartOrder, await Ranking(opened));
        Assert.Equal("0", await opened.Find("[name=weight-basket]").InputValueAsync());
    }

    [Fact]
    public async Task The_address_holds_the_weights_for_whoever_is_sent_it_and_the_back_button_undoes_them()
    {
        await using var opened = await browser.Open(Pages.English, View.Desktop.At("segments"));
        await opened.Find("[name=weight-marginPerEuro]").FillAsync("0");
        await opened.Find("[name=weight-basket]").FillAsync("100");
        Assert.Contains("weights=0-0-0-100-0", await opened.Page.EvaluateAsync<string>("location.hash"), StringComparison.Ordinal);

        await using var sent = await browser.Open(Pages.English, View.Desktop with { Hash = new Uri(opened.Page.Url).Fragment });
        Assert.Equal(["software", "medical", "retail", "crafts"], await Ranking(sent));
        Assert.Equal("100", await sent.Text("label:has([name=weight-basket]) output"));

        await opened.Page.GoBackAsync();
        await Assertions.Expect(opened.Find("[name=weight-basket]")).ToHaveValueAsync("0");
        await sent.Page.EvaluateAsync("location.hash = 'page=segments&weights=1-x-900'");
        await Assertions.Expect(sent.Find("[name=weight-marginPerEuro]")).ToHaveValueAsync("100");
        Assert.Equal(MartOrder, await Ranking(sent));
        sent.HasNoComplaint();
    }

    [Fact]
    public async Task Two_weights_are_averaged_and_a_shorter_cycle_counts_as_better()
    {
        await using var opened = await browser.Open(Pages.English, View.Desktop.At("segments"));

        await opened.Find("[name=weight-marginPerEuro]").FillAsync("0");
        await opened.Find("[name=weight-cycle]").FillAsync("50");
        await opened.Find("[name=weight-winRate]").FillAsync("50");

        // Medical: 45 of 60 days gained and 26 of 30 points; (75 + 86.7) / 2.
        Assert.Equal("81", (await opened.Texts("#effort tbody td:nth-child(3) .chance"))[1]);
    }

    [Fact]
    public async Task The_rules_speak_with_their_figures_and_only_beyond_chance()
    {
        await using var opened = await browser.Open(Pages.English, View.Desktop.At("segments"));

        Assert.Equal(
            [
                "Inside sales: retail has a small basket (€200, all: €300) and is often won (70.0%, all: 60.0%): sell by phone and online rather than by visits.",
                "Campaign: software has a large basket (€900, all: €300) and is seldom won (40.0%, all: 60.0%): prepare the ground with a campaign.",
            ],
            await opened.Texts(".advice li"));
        Assert.Contains("2 other segments lean the same way, within chance.", await opened.Texts("#effort .card .rule"), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Guard_rails_say_once_what_to_look_for_and_give_each_quarters_changes()
    {
        await using var opened = await browser.Open(Pages.French, View.Desktop.At("segments"));

        var rails = await opened.Texts("#effort .plain li");
        Assert.Contains("Cherchez des comptes scindés ou en double T4 2025 : +12,0 % et −11,0 % ; T3 2025 : +18,0 % et −22,0 %", rails, StringComparer.Ordinal);
        Assert.Contains("Commandes en hausse et panier en baisse T2 2025 : +21,0 % et −12,0 %", rails, StringComparer.Ordinal);
    }

    [Fact]
    public async Task Bubbles_of_few_customers_are_hollow_and_the_area_grows_with_the_margin()
    {
        await using var opened = await browser.Open(Pages.English, View.Desktop.At("segments"));

        var radii = await opened.Page.EvaluateAsync<double[]>("[...document.querySelectorAll('.bubble')].map(circle => circle.r.baseVal.value)");
        Assert.Equal(4, radii.Length);
        // Software makes 240,000 a year, retail 60,000: half the radius.
        Assert.Equal(radii[0] / 2, radii[1], 3);
        Assert.Equal(1, await opened.Find(".bubble-few").CountAsync());
    }

    [Fact]
    public async Task Another_dimension_ranks_its_own_segments()
    {
        await using var opened = await browser.Open(Pages.English, View.Desktop.At("segments"));

        await opened.Find("select[name=by]").SelectOptionAsync("product");

        await Assertions.Expect(opened.Find("#effort-title")).ToHaveTextAsync("Where to put the effort, by product: no yield stands out from chance");
        Assert.Equal(["GTX Pro"], await Ranking(opened));
        Assert.Equal(0, await opened.Find(".bubble").CountAsync());
    }

    [Fact]
    public async Task Without_margins_there_is_no_ranking()
    {
        using var warehouse = TestWarehouse.WithFigures();
        await using var opened = await browser.Open(Dashboard.Html(warehouse), View.Desktop.At("segments"));

        Assert.Equal(0, await opened.Find("#effort").CountAsync());
        opened.HasNoComplaint();
    }

    private static async Task<string[]> Ranking(OpenedPage opened) =>
        [.. (await opened.Texts("#effort tbody td:nth-child(2)")).Select(text => text.Replace("few customers", "", StringComparison.Ordinal))];
}
