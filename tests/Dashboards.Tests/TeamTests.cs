using Analytics.Dashboards.Tests.Browser;
using Analytics.Dashboards.Tests.Warehouse;
using Microsoft.Playwright;

namespace Analytics.Dashboards.Tests;

public class TeamTests(Chromium browser)
{
    [Fact]
    public async Task The_title_names_those_off_target_by_more_than_their_months_swing()
    {
        await using var opened = await browser.Open(Pages.English, View.Desktop.At("team"));

        // Of 10,000 each a month, Ann made 20,000 or 20,500, Bob about half, and Cléa 5,000 or 16,000: (243,000 + 57,600 + 126,000) / 360,000.
        Assert.Equal("The team made 118.5% of its target; clearly above theirs: Ann Lee; clearly below theirs: Bob Roy", await opened.Text("#team-title"));
        Assert.Equal("score even", await opened.Find("[data-owner=o-clea]").GetAttributeAsync("class"));
        opened.HasNoComplaint();
    }

    [Fact]
    public async Task Each_one_stands_against_its_own_target_and_the_difference_is_said()
    {
        await using var opened = await browser.Open(Pages.French, View.Desktop.At("team"));

        Assert.Equal(["Toute l’équipe", "Ann Lee", "Cléa N’Guyen", "Bob Roy"], await opened.Texts(".score-name"));
        Assert.Equal("243 000 € sur 120 000 €+123 000 €", await opened.Text("[data-owner=o-ann] .score-amounts"));
        Assert.Equal("48,0 %▼ nettement au-dessous de l’objectif", await opened.Text("[data-owner=o-bob] .score-value"));
    }

    [Fact]
    public async Task Without_any_target_each_one_stands_against_the_best_of_them()
    {
        using var warehouse = TestWarehouse.WithFigures("team");
        TestWarehouse.Execute(warehouse, "DELETE FROM marts.kpis WHERE kpi = 'revenue_to_target'");
        await using var opened = await browser.Open(Dashboard.Html(warehouse), View.Desktop.At("team"));

        // Of the 243,000 of Ann, 126,000 and 57,600.
        Assert.Equal(["100%", "51.9%", "23.7%"], await opened.Find(".unaimed .bullet-actual").EvaluateAllAsync<string[]>("bars => bars.map(bar => `${Math.round(10 * parseFloat(bar.getAttribute('width'))) / 10}%`)"));
        Assert.Equal(4, await opened.Find(".unaimed .score").CountAsync());
        Assert.Equal(0, await opened.Find(".unaimed .score > span:empty").CountAsync());
        opened.HasNoComplaint();
    }

    [Fact]
    public async Task Win_rates_are_judged_by_their_intervals_and_few_deals_are_not_judged()
    {
        await using var opened = await browser.Open(Pages.English, View.Desktop.At("team"));

        Assert.Equal("Wins more often than the team: Ann Lee", await opened.Text("#team-rates-title"));
        Assert.Equal(["dot-row better", "dot-row same", "dot-row few"], await Classes(opened, "#team-rates .dot-row"));
    }

    [Fact]
    public async Task A_hunter_whose_margin_comes_from_old_customers_is_warned_about()
    {
        await using var opened = await browser.Open(Pages.English, View.Desktop.At("team"));

        Assert.Equal("Time goes one way and margin comes the other: Ann Lee", await opened.Text("#team-profiles-title"));
        Assert.Equal(["65.0% → 20.0%", "50.0% → 50.0%", "25.0% → n/a"], (await opened.Texts("#team-profiles .dot-value")).Order(StringComparer.Ordinal).Reverse());
        Assert.Contains("share of margin that comes from customers won within the year", await opened.Text("#team-profiles .rule"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_costs_are_not_known_time_is_set_against_revenue_and_the_page_says_so()
    {
        using var warehouse = TestWarehouse.WithFigures("team");
        TestWarehouse.Execute(warehouse, "UPDATE marts.owner_profiles SET is_margin = false, margin = NULL");
        await using var opened = await browser.Open(Dashboard.Html(warehouse), View.Desktop.At("team"));

        Assert.Equal("Time goes one way and revenue comes the other: Ann Lee", await opened.Text("#team-profiles-title"));
        Assert.Contains("Revenue from new customers", await opened.Texts("#team-profiles .legend li"));
        Assert.EndsWith("the cost of each sale is not known, so revenue stands in for margin.", await opened.Text("#team-profiles .rule"), StringComparison.Ordinal);
        opened.HasNoComplaint();
    }

    [Fact]
    public async Task The_map_marks_what_stands_out_greys_what_is_small_and_counts_what_chance_would_give()
    {
        await using var opened = await browser.Open(Pages.English, View.Desktop.At("team"));

        Assert.Equal("Who wins where: 2 pairs out of 3 stand out", await opened.Text("#team-heat-title"));
        Assert.Equal(["–", "+17 pts ▲40 of 50 won Better than all together"], (await opened.Texts(".pairs tbody tr:first-child td")));
        Assert.Equal(1, await opened.Find(".heat-few").CountAsync());
        Assert.Contains("chance alone would make about 0.2 of them", await opened.Text("#team-heat .rule"), StringComparison.Ordinal);

        await opened.Find("select[name=heat-by]").SelectOptionAsync("product");
        await Assertions.Expect(opened.Find("#team-heat-title")).ToHaveTextAsync("Who wins where: no pair stands out from chance");
        opened.HasNoComplaint();
    }

    [Fact]
    public async Task Activities_that_no_one_logged_are_not_drawn()
    {
        await using var opened = await browser.Open(Pages.English, View.Desktop.At("team"));

        Assert.Equal(["Calls", "Calls that reached someone", "Visits", "Quotes"], await opened.Texts("#team-activity h3"));
        Assert.Equal(["120", "0", "60"], await opened.Texts("#team-activity section:first-child .kind-count"));
    }

    [Fact]
    public async Task Calls_that_reached_someone_are_drawn_on_the_scale_of_all_calls()
    {
        await using var opened = await browser.Open(Pages.English, View.Desktop.At("team"));

        Assert.Equal(["100%", "40%"], await opened.Page.EvaluateAsync<string[]>("[1, 2].map(kind => document.querySelector(`#team-activity section:nth-child(${kind}) .kind-bar span`).style.inlineSize)"));
    }

    [Fact]
    public async Task What_the_data_ask_for_has_its_day_and_what_is_at_stake()
    {
        await using var opened = await browser.Open(Pages.French, View.Desktop.At("team"));

        Assert.Equal("2 choses à faire, celle qui met le plus d’argent en jeu d’abord", await opened.Text("#plan-title"));
        Assert.Equal(["05/01/2026", "Atelier <Nord>", "Ann Lee", "Proposer le renouvellement", "1 200 €", "Son contrat se termine le 31/01/2026"], (await opened.Texts("#plan tbody tr:first-child td")).Select(t => t.Replace('\u202f', ' ').Replace('\u00a0', ' ')));
        Assert.Equal(["–", "n.d."], [(await opened.Texts("#plan tbody tr:last-child td:nth-child(2)"))[0], (await opened.Texts("#plan tbody tr:last-child td:nth-child(5)"))[0]]);
    }

    [Fact]
    public async Task Of_a_plan_whose_money_nobody_knows_no_title_says_that_the_dearest_comes_first()
    {
        using var warehouse = TestWarehouse.WithFigures("team");
        TestWarehouse.Execute(warehouse, "UPDATE marts.action_plan SET amount = NULL");
        await using var opened = await browser.Open(Dashboard.Html(warehouse), View.Desktop.At("team"));

        Assert.Equal("2 things to do, the oldest of each kind first; the exports do not say what money is at stake", await opened.Text("#plan-title"));
    }

    [Fact]
    public async Task A_day_within_a_sentence_of_the_run_is_written_like_those_beside_it()
    {
        await using var opened = await browser.Open(Pages.English, View.Desktop.At("team"));

        Assert.Equal("Its contract ends on 31/01/2026", await opened.Text("#plan tbody tr:first-child td:last-child"));
    }

    [Fact]
    public async Task Where_the_data_ask_for_nothing_no_plan_is_shown()
    {
        using var warehouse = TestWarehouse.WithFigures();
        await using var opened = await browser.Open(Dashboard.Html(warehouse), View.Desktop.At("team"));

        Assert.Equal(0, await opened.Find("#plan").CountAsync());
    }

    [Fact]
    public async Task Without_targets_revenue_is_shown_and_the_export_that_lacks_is_named()
    {
        using var warehouse = TestWarehouse.WithFigures("team");
        TestWarehouse.Execute(warehouse, "DELETE FROM marts.kpis WHERE kpi = 'revenue_to_target'");
        await using var opened = await browser.Open(Dashboard.Html(warehouse), View.Desktop.At("team"));

        Assert.StartsWith("Revenue by salesperson", await opened.Text("#team-title"), StringComparison.Ordinal);
        Assert.Equal("Missing: targets.", await opened.Text("#team .note"));
        Assert.Equal("€243,000", await opened.Text("[data-owner=o-ann] .score-value b"));
        opened.HasNoComplaint();
    }

    [Fact]
    public async Task Without_a_salesperson_the_page_says_so()
    {
        using var warehouse = TestWarehouse.WithFigures();
        await using var opened = await browser.Open(Dashboard.Html(warehouse), View.Desktop.At("team"));

        Assert.Equal("The exports name no salesperson", await opened.Text("#team-title"));
        opened.HasNoComplaint();
    }

    private static async Task<string[]> Classes(OpenedPage opened, string selector) =>
        await opened.Page.EvaluateAsync<string[]>("selector => [...document.querySelectorAll(selector)].map(element => element.className)", selector);
}
