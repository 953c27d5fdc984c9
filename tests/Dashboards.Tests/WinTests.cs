using Analytics.Dashboards.Tests.Browser;

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
        Assert.Equal(["Prospect 1", "Taux de transformation : software, Marge au-dessus du client médian : 10–249", "1", "04/03/2025"], (await opened.Texts("#prospects tbody tr:first-child td")));
        Assert.Equal(["Prospect 2", "Taux de transformation : software", "0", "–"], (await opened.Texts("#prospects tbody tr:last-child td")));
        opened.HasNoComplaint();
    }

    [Fact]
    public async Task Reasons_for_losing_come_most_frequent_first()
    {
        await using var opened = await browser.Open(Pages.French, View.Desktop.At("win"));

        Assert.Equal(["Price", "Competitor"], await opened.Texts("#loss-reasons .rung-label"));
        opened.HasNoComplaint();
    }
}
