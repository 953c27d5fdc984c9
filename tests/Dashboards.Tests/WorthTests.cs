using Analytics.Dashboards.Tests.Browser;
using Analytics.Dashboards.Tests.Warehouse;
using Microsoft.Playwright;

namespace Analytics.Dashboards.Tests;

public class WorthTests(Chromium browser)
{
    [Fact]
    public async Task Quadrants_count_their_active_customers_and_the_lost_apart()
    {
        await using var opened = await browser.Open(Pages.English, View.Desktop.At("pareto"));

        // Customers of ranks 18 to 46 bought 100 × rank each, and their peers suggest 10,000; the 47th is lost.
        Assert.Equal("29 active customers to develop bought €92,800 of the €290,000 that their peers suggest", await opened.Text("#matrix-title"));
        Assert.Equal("To develop29active, and 1 lost€92,800 of €290,000", await opened.Text("[data-quadrant='to develop']"));
        Assert.EndsWith("8 at their full potential", await opened.Text("[data-quadrant=stars]"), StringComparison.Ordinal);
        opened.HasNoComplaint();
    }

    [Fact]
    public async Task Where_no_potential_is_low_no_title_speaks_of_peers()
    {
        using var warehouse = TestWarehouse.WithFigures("worth");
        TestWarehouse.Execute(warehouse, "UPDATE marts.customers SET quadrant = CASE quadrant WHEN 'to maintain' THEN 'stars' WHEN 'to serve at low cost' THEN 'to develop' ELSE quadrant END");
        await using var opened = await browser.Open(Dashboard.Html(warehouse), View.Desktop.At("pareto"));

        Assert.Equal("Potential tells no customer from another: all have the same peers", await opened.Text("#matrix-title"));
        Assert.DoesNotContain("same sector", await opened.Text("#matrix .rule"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_quadrant_names_its_customers_on_demand_those_with_most_room_first()
    {
        await using var opened = await browser.Open(Pages.French, View.Desktop.At("pareto"));
        Assert.Equal(0, await opened.Find("#quadrant-names tr").CountAsync());

        await opened.Find("[data-quadrant='to develop']").FocusAsync();
        await opened.Page.Keyboard.PressAsync("Enter");

        Assert.Equal("true", await opened.Find("[data-quadrant='to develop']").GetAttributeAsync("aria-pressed"));
        Assert.Equal("Client 18", await opened.Text("#quadrant-names tbody td"));
        Assert.Equal("8 200 €", await opened.Text("#quadrant-names tbody td:nth-child(5)"));
        Assert.DoesNotContain("Client 47", await opened.Texts("#quadrant-names tbody td:first-child"), StringComparer.Ordinal);

        await opened.Find("[data-quadrant='to develop']").ClickAsync();
        await Assertions.Expect(opened.Find("#quadrant-names tr")).ToHaveCountAsync(0);
        opened.HasNoComplaint();
    }

    [Fact]
    public async Task Lorenz_curves_say_what_the_smaller_half_makes()
    {
        await using var opened = await browser.Open(Pages.English, View.Desktop.At("pareto"));

        Assert.Equal("The smaller half of the customers makes 25.0% of revenue", await opened.Text("#lorenz-title"));
        Assert.Equal(["Revenue Gini 0.61", "Margin"], await opened.Texts("#lorenz figcaption"));
        await opened.Find("#lorenz .as-table summary").ClickAsync();
        // On the straight line from half of the customers to all of them, margin grows from 25 % to 100 %.
        await Assertions.Expect(opened.Find("#lorenz tbody tr").First).ToBeVisibleAsync();
        Assert.Equal(["60%", "36.0%", "40.0%"], await opened.Texts("#lorenz tbody tr:nth-child(6) td"));
    }

    [Fact]
    public async Task Customers_at_a_loss_are_named_with_it()
    {
        await using var opened = await browser.Open(Pages.English, View.Desktop.At("pareto"));

        Assert.Equal("2 customers cost more than they bring: €1,051 lost in all", await opened.Text("#unprofitable-title"));
        Assert.Equal(["Client 85", "Client 84"], await opened.Texts("#unprofitable tbody td:first-child"));
        Assert.Equal("−€900", await opened.Text("#unprofitable tbody td:nth-child(3)"));
    }

    [Fact]
    public async Task Falling_stars_are_named_the_least_likely_to_stay_first()
    {
        await using var opened = await browser.Open(Pages.English, View.Desktop.At("pareto"));

        Assert.Equal("3 customers may leave the top 20%: €900 of revenue in 12 months", await opened.Text("#falling-title"));
        Assert.Equal(["2.0%", "3.0%", "4.0%"], await opened.Texts("#falling tbody td:nth-child(3)"));
    }

    [Fact]
    public async Task A_falling_star_has_as_reasons_what_makes_it_less_likely_to_stay()
    {
        using var warehouse = TestWarehouse.WithFigures("worth");
        TestWarehouse.Execute(warehouse, """
            INSERT INTO page.accounts SELECT row_number() OVER (ORDER BY account_id), account_id FROM marts.customers;
            UPDATE marts.scores SET potential_reasons = '[{"label_en":"complaints so far","label_fr":"","value":2,"contribution":-0.5},{"label_en":"orders so far","label_fr":"","value":9,"contribution":0.2}]';
            """);
        await using var opened = await browser.Open(Dashboard.Html(warehouse), View.Desktop.At("pareto"));

        Assert.Equal("complaints so far: 2", (await opened.Texts("#falling tbody tr:first-child td")).Last());
    }

    [Fact]
    public async Task Without_profits_and_quadrants_their_parts_are_not_there()
    {
        using var warehouse = TestWarehouse.WithFigures();
        await using var opened = await browser.Open(Dashboard.Html(warehouse), View.Desktop.At("pareto"));

        Assert.Equal(0, await opened.Find("#matrix, #lorenz, #unprofitable, #falling").CountAsync());
        opened.HasNoComplaint();
    }
}
