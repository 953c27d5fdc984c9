using Analytics.Dashboards.Tests.Browser;
using Analytics.Dashboards.Tests.Warehouse;
using Microsoft.Playwright;

namespace Analytics.Dashboards.Tests;

public class KeepTests(Chromium browser)
{
    [Fact]
    public async Task Customers_silent_beyond_their_rhythm_come_first_the_largest_stake_on_top()
    {
        await using var opened = await browser.Open(Pages.French, View.Desktop.At("keep"));

        Assert.Equal("À rappeler d’abord : 2 clients ont décroché, 80 000 € en jeu", await opened.Text("#drop-offs-title"));
        Assert.Equal(["Client 03", "Client 05"], await opened.Texts("#drop-offs tbody tr td:first-child bdi"));
        Assert.Equal("42 500 €", (await opened.Texts("#drop-offs tbody tr:first-child td"))[5]);
        opened.HasNoComplaint();
    }

    [Fact]
    public async Task Who_is_lost_already_is_neither_among_the_likeliest_to_leave_nor_among_the_losses_to_expect()
    {
        using var warehouse = TestWarehouse.WithFigures("team", "service", "effort", "worth", "trust");
        TestWarehouse.Execute(warehouse, """
            UPDATE marts.customers SET lost_at = CASE WHEN account_id IN ('A1', 'A3') THEN DATE '2025-11-01' END;
            UPDATE marts.scores SET p_churn = CASE account_id WHEN 'A1' THEN 0.9 WHEN 'A2' THEN 0.75 WHEN 'A3' THEN 0.7 WHEN 'A4' THEN 0.25 END;
            """);
        await using var opened = await browser.Open(Dashboard.Html(warehouse), View.Desktop.At("keep"));

        Assert.Equal("Hold first: Müller & Söhne, 75.0% likely to leave, €200 of revenue in 12 months", await opened.Text("#watch-title"));
        Assert.Equal(["Müller & Söhne", "Client 04"], await opened.Texts("#watch tbody tr td:first-child bdi"));
        await opened.Find("nav a").First.ClickAsync();
        await Assertions.Expect(opened.Find($"[data-kpi={Tile.ExpectedLosses}] .tile-value")).ToHaveTextAsync("1");
        await Assertions.Expect(opened.Find($"[data-kpi={Tile.ExpectedLosses}]")).ToContainTextAsync("1 of 2");
        opened.HasNoComplaint();
    }

    /// <summary>A quarter of 90,000 is more than three quarters of 20,000, and more than nine tenths of nothing known.</summary>
    [Fact]
    public async Task Who_may_take_most_with_them_come_first_with_their_owner_and_what_leaving_would_cost()
    {
        using var warehouse = TestWarehouse.WithFigures("team", "service", "effort", "worth", "trust");
        TestWarehouse.Execute(warehouse, """
            UPDATE marts.customers SET revenue_ttm = CASE account_id WHEN 'A2' THEN 20000 WHEN 'A4' THEN 90000 END;
            UPDATE marts.scores SET p_churn = CASE account_id WHEN 'A1' THEN 0.9 WHEN 'A2' THEN 0.75 WHEN 'A4' THEN 0.25 END;
            """);
        await using var opened = await browser.Open(Dashboard.Html(warehouse), View.Desktop.At("keep"));

        Assert.Equal("Hold first: Client 04, 25.0% likely to leave, €90,000 of revenue in 12 months", await opened.Text("#watch-title"));
        Assert.Equal(["Client 04", "Müller & Söhne", "Fonderie de l’Isère"], await opened.Texts("#watch tbody tr td:first-child bdi"));
        Assert.Equal(["Ann Lee", "25.0%", "€90,000", "€22,500"], (await opened.Texts("#watch tbody tr:first-child td"))[1..5]);
        Assert.Equal(["€15,000", "n/a"], await opened.Texts("#watch tbody tr:nth-child(n + 2) td:nth-child(5)"));
        opened.HasNoComplaint();
    }

    [Fact]
    public async Task Where_no_amount_is_known_the_likeliest_to_leave_come_first()
    {
        using var warehouse = TestWarehouse.WithFigures("team", "service", "effort", "worth", "trust");
        TestWarehouse.Execute(warehouse, "UPDATE marts.customers SET revenue_ttm = NULL; UPDATE marts.scores SET p_churn = CASE account_id WHEN 'A1' THEN 0.4 WHEN 'A2' THEN 0.75 END;");
        await using var opened = await browser.Open(Dashboard.Html(warehouse), View.Desktop.At("keep"));

        Assert.Equal("Likeliest to leave: Müller & Söhne, at 75.0%", await opened.Text("#watch-title"));
    }

    [Fact]
    public async Task Where_every_scored_customer_is_lost_the_list_says_so_and_none_is_expected_to_leave()
    {
        using var warehouse = TestWarehouse.WithFigures();
        TestWarehouse.Execute(warehouse, "UPDATE marts.customers SET lost_at = DATE '2025-11-01'; INSERT INTO page.accounts SELECT row_number() OVER (), account_id FROM marts.customers");
        await using var opened = await browser.Open(Dashboard.Html(warehouse), View.Desktop.At("keep"));

        Assert.Equal("Every scored customer already counts as lost: there is none left to hold", await opened.Text("#watch-title"));
        Assert.Equal(0, await opened.Find("#watch .empty").CountAsync());
        await opened.Find("nav a").First.ClickAsync();
        await Assertions.Expect(opened.Find($"[data-kpi={Tile.ExpectedLosses}] .tile-value")).ToHaveTextAsync("0");
        opened.HasNoComplaint();
    }

    [Fact]
    public async Task Attrition_says_how_far_it_depends_on_the_silence_that_counts()
    {
        await using var opened = await browser.Open(Pages.English, View.Desktop.At("keep"));

        Assert.Equal("12.3% of the 300 customers active a year ago are lost", await opened.Text("#attrition-title"));
        Assert.EndsWith("Were half that silence enough, attrition over twelve months would be 10.7% (of 280 active a year ago by that rule); with twice as much, 15.0% (of 320). A shorter silence loses more of them, but counts fewer as customers: those silent already a year ago are left out.", await opened.Text("#attrition .lead"), StringComparison.Ordinal);
        Assert.Equal(4, await opened.Find("#attrition .dot").CountAsync());
    }

    [Fact]
    public async Task A_cause_is_named_only_where_it_is_more_than_chance()
    {
        await using var opened = await browser.Open(Pages.English, View.Desktop.At("keep"));

        Assert.Equal("Late delivery: recorded before 31.4% of the losses, and for 10.2% of the customers that stayed", await opened.Text("#causes-title"));
        Assert.Equal(["Late delivery"], await opened.Texts("#causes .dumbbell.marked .dumbbell-label"));
        Assert.Equal("Another owner took over: before 40.0% of the losses, and for 20.0% of the customers that stayed", await opened.Text("#loss-changes-title"));
        Assert.Equal(["Another owner took over"], await opened.Texts("#loss-changes .dumbbell.marked .dumbbell-label"));

        // Both charts are read together, so a share has the same place in each.
        var places = await opened.Find("#causes .dumbbell, #loss-changes .dumbbell").EvaluateAllAsync<double[]>("rows => rows.map(row => parseFloat(row.querySelector('circle.first').getAttribute('cx')) / parseFloat(row.querySelector('.dumbbell-values b').textContent))");
        Assert.True(places.Length > 2);
        Assert.All(places, place => Assert.InRange(place / places[0], 0.98, 1.02));
    }

    [Fact]
    public async Task A_single_loss_is_compared_with_nothing()
    {
        using var warehouse = TestWarehouse.WithFigures();
        TestWarehouse.Execute(warehouse, "UPDATE marts.loss_changes SET lost = 1, lost_with = 1, is_more_than_noise = false");
        await using var opened = await browser.Open(Dashboard.Html(warehouse), View.Desktop.At("keep"));

        Assert.Equal("1 lost customer: too few to compare with those that stayed", await opened.Text("#loss-changes .empty"));
        Assert.Equal(0, await opened.Find("#loss-changes .dumbbell").CountAsync());
    }

    [Fact]
    public async Task Cohorts_show_who_came_back_and_the_curve_when_half_are_lost()
    {
        await using var opened = await browser.Open(Pages.English, View.Desktop.At("keep"));

        Assert.Equal(["30", "60%"], await opened.Texts("#cohorts tbody tr:first-child td"));
        Assert.Equal("Within 9 months of their first order, half of the customers are lost", await opened.Text("#survival-title"));
        Assert.Equal(["10–249", "1–9"], await opened.Texts("#survival figcaption"));
    }

    [Fact]
    public async Task Without_sales_the_page_says_that_no_one_fell_silent()
    {
        using var warehouse = TestWarehouse.Open("contract", "empty");
        await using var opened = await browser.Open(Dashboard.Html(warehouse), View.Desktop.At("keep"));

        Assert.Equal("No customer is silent for longer than its own rhythm", await opened.Text("#drop-offs-title"));
        opened.HasNoComplaint();
    }

    [Fact]
    public async Task On_a_phone_the_quarters_that_are_named_lie_equally_far_apart_and_end_with_the_last()
    {
        using var warehouse = TestWarehouse.WithFigures();
        TestWarehouse.Execute(warehouse, """
            delete from marts.kpis where kpi = 'attrition' and period = 'quarter';
            insert into marts.kpis select 'attrition', 'all', 'all', null, 'quarter', date '2023-04-01' + to_months(3 * q::integer), date '2023-07-01' + to_months(3 * q::integer), 10 + q, 300, (10 + q) / 300, 300, 0, (10 + q) / 300 - 0.02, (10 + q) / 300 + 0.03 from range(11) as r(q);
            """);
        await using var opened = await browser.Open(Dashboard.Html(warehouse), View.Phone.At("keep"));

        Assert.Equal(["Q4 2023", "Q4 2024", "Q4 2025"], (await opened.Texts("#attrition text")).Where(text => text.StartsWith('Q')));
    }
}
