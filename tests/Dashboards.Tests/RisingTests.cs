using Analytics.Dashboards.Tests.Browser;
using Analytics.Dashboards.Tests.Warehouse;

namespace Analytics.Dashboards.Tests;

public class RisingTests(Chromium browser)
{
    [Fact]
    public async Task Future_customers_of_the_top_fifth_are_listed_likeliest_first()
    {
        await using var opened = await browser.Open(Pages.French, View.Desktop.At("pareto"));

        Assert.Equal("5 clients hors des 20 % premiers aujourd’hui ont les meilleures chances d’y entrer", await opened.Text("#rising-title"));
        Assert.Equal(["34,0 %", "33,0 %", "32,0 %", "31,0 %", "30,0 %"], await opened.Texts("#rising .chance"));
        // A reason that makes it less likely is no reason for standing on the list.
        Assert.Equal("commandes à ce jour : 7", (await opened.Texts("#rising tbody tr:first-child td")).Last());
        Assert.Equal("34 000", (await opened.Texts("#rising tbody tr:first-child td"))[3].Replace("€", "", StringComparison.Ordinal).Trim());
        opened.HasNoComplaint();
    }

    [Fact]
    public async Task Where_the_model_is_not_proved_to_beat_the_last_amounts_both_its_lists_say_so()
    {
        await using var proved = await browser.Open(Pages.English, View.Desktop.At("pareto"));
        using var warehouse = TestWarehouse.WithFigures("worth", "trust");
        TestWarehouse.Execute(warehouse, "UPDATE marts.model_card SET low = -0.01 WHERE metric = 'capture_gain'");
        await using var unproven = await browser.Open(Dashboard.Html(warehouse), View.Desktop.At("pareto"));

        const string sentence = "That the model finds more of them than the last period’s amounts do is not proved on these data.";
        Assert.EndsWith(sentence, await unproven.Text("#rising .lead"), StringComparison.Ordinal);
        Assert.EndsWith(sentence, await unproven.Text("#falling .lead"), StringComparison.Ordinal);
        Assert.DoesNotContain(sentence, await proved.Text("#rising .lead") + await proved.Text("#falling .lead"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_has_dropped_off_meanwhile_is_marked()
    {
        using var warehouse = TestWarehouse.WithFigures();
        TestWarehouse.Execute(warehouse, "UPDATE marts.customers SET dropped_off = true, drop_off_since = DATE '2025-12-01' WHERE rank_revenue = 34");
        await using var opened = await browser.Open(Dashboard.Html(warehouse), View.Desktop.At("pareto"));

        Assert.Equal(["dropped off since 01/12/2025"], await opened.Texts("#rising tbody td:nth-child(6) small"));
    }

    [Fact]
    public async Task The_expected_amount_says_over_how_many_days_and_no_column_stands_for_owners_that_no_export_names()
    {
        using var warehouse = TestWarehouse.WithFigures();
        TestWarehouse.Execute(warehouse, "UPDATE marts.customers SET owner = NULL");
        await using var opened = await browser.Open(Dashboard.Html(warehouse), View.Desktop.At("pareto"));

        Assert.Equal(["Customer", "Probability of entering", "Expected revenue, 180 days", "Revenue, 12 months", "Last order", "Reasons"], await opened.Texts("#rising th"));
    }

    [Fact]
    public async Task Without_such_customers_the_list_is_not_there()
    {
        using var warehouse = TestWarehouse.Open("contract", "empty");
        await using var opened = await browser.Open(Dashboard.Html(warehouse), View.Desktop.At("pareto"));

        Assert.Equal(0, await opened.Find("#rising").CountAsync());
        opened.HasNoComplaint();
    }
}
