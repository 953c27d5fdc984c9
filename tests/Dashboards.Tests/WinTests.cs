using Analytics.Dashboards.Tests.Browser;
using Analytics.Dashboards.Tests.Warehouse;

namespace Analytics.Dashboards.Tests;

public class WinTests(Chromium browser)
{
    [Fact]
    public async Task The_sayings_about_contacts_stand_beside_the_readers_own_figures()
    {
        await using var opened = await browser.Open(Pages.English, View.Desktop.At("win"));

        Assert.StartsWith("“A sale takes 7 contacts”", await opened.Text("#contacts .lead"), StringComparison.Ordinal);
        Assert.Equal(["0.0%", "10.0%", "90.0%"], await opened.Texts("#contacts .win small"));
        Assert.Equal(["40.0%", "50.0%", "10.0%"], await opened.Texts("#contacts .lose small"));
    }

    [Fact]
    public async Task Leads_wait_for_their_first_contact_in_all_and_by_channel()
    {
        using var warehouse = TestWarehouse.WithFigures();
        TestWarehouse.Execute(warehouse, """
            insert into marts.kpi_catalog values ('time_to_first_contact', 59, 'hours', 'median', 'down', 'leads', null, 'First contact', 'Premier contact', 'Median hours.', 'Médiane des heures.', 'not contacted yet', 'pas encore contactées');
            insert into marts.kpis values
              ('time_to_first_contact', 'all', 'all', null, 'all', '2023-01-02', '2026-01-01', null, null, 72, 90, 12, 48, 96),
              ('time_to_first_contact', 'channel', 'fair', null, 'all', '2023-01-02', '2026-01-01', null, null, 216, 30, 8, 144, 336),
              ('time_to_first_contact', 'channel', 'web', null, 'all', '2023-01-02', '2026-01-01', null, null, 5, 60, 4, 2.25, 9);
            """);
        await using var opened = await browser.Open(Dashboard.Html(warehouse, new() { Language = "en" }), View.Desktop.At("win"));

        Assert.Equal("Half of the leads contacted waited 3.0 days or less", await opened.Text("#first-contact-title"));
        Assert.EndsWith("Of 90 leads contacted; 12 that nobody has contacted yet are left out.", await opened.Text("#first-contact .lead"), StringComparison.Ordinal);
        Assert.Equal(["web", "fair"], await opened.Texts("#first-contact .dot-label"));
        Assert.Equal(["5 h▲", "9.0 days▼"], await opened.Texts("#first-contact .dot-value"));
        opened.HasNoComplaint();
    }

    [Fact]
    public async Task A_niche_is_named_only_beyond_chance_over_all_that_were_tried()
    {
        await using var opened = await browser.Open(Pages.English, View.Desktop.At("win"));

        Assert.Equal("A niche to repeat: software", await opened.Text("#niches-title"));
        Assert.Equal("no", (await opened.Texts("#niches tbody tr:last-child td")).Last());
    }

    [Fact]
    public async Task Prospects_of_better_niches_are_named_in_their_order_with_what_is_under_way()
    {
        await using var opened = await browser.Open(Pages.French, View.Desktop.At("win"));

        Assert.Equal("Qui voir d’abord : Prospect 1", await opened.Text("#prospects-title"));
        Assert.Equal(["1", "Prospect 1", "Taux de transformation : software, Marge au-dessus du client médian : 10–249", "1", "900 €", "04/03/2025"], (await opened.Texts("#prospects tbody tr:first-child td")));
        Assert.Equal(["2", "Prospect 2", "Taux de transformation : software", "0", "–", "–"], (await opened.Texts("#prospects tbody tr:last-child td")));
        opened.HasNoComplaint();
    }

    [Fact]
    public async Task Of_prospects_that_nothing_tells_apart_none_is_named_first()
    {
        using var warehouse = TestWarehouse.WithFigures();
        TestWarehouse.Execute(warehouse, "UPDATE marts.niche_prospects SET rank = 1");
        await using var opened = await browser.Open(Dashboard.Html(warehouse), View.Desktop.At("win"));

        Assert.Equal("Whom to see first: 2 accounts that nothing tells apart", await opened.Text("#prospects-title"));
    }

    [Fact]
    public async Task Reasons_for_losing_come_most_frequent_first()
    {
        await using var opened = await browser.Open(Pages.French, View.Desktop.At("win"));

        Assert.Equal(["Price", "Competitor"], await opened.Texts("#loss-reasons .rung-label"));
        opened.HasNoComplaint();
    }

    [Fact]
    public async Task Where_nothing_says_how_customers_come_the_exports_that_would_are_named()
    {
        using var warehouse = TestWarehouse.Open("contract", "empty");
        TestWarehouse.Execute(warehouse, """
            insert into marts.tables values ('leads', 2, 'leads', 'pistes', 0), ('marketing_spend', 3, 'marketing spend', 'dépenses marketing', 0);
            insert into marts.kpi_catalog values
              ('leads', 2, 'count', 'count', 'up', 'leads', 'leads', 'Leads', 'Pistes', 'Leads detected.', 'Pistes détectées.', '', ''),
              ('cac', 3, 'amount', 'mean', 'down', 'marketing_spend', 'marketing_spend', 'CAC', 'CAC', 'Spend / new customers.', 'Dépenses / nouveaux clients.', '', '');
            """);
        await using var opened = await browser.Open(Dashboard.Html(warehouse, new() { Language = "fr" }), View.Desktop.At("win"));

        Assert.Equal("Les exports ne disent pas comment viennent les clients", await opened.Text("#win-title"));
        Assert.Equal("Il manque : pistes et dépenses marketing.", await opened.Text("#win .empty"));
        opened.HasNoComplaint();
    }
}
