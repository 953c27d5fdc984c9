using Analytics.Dashboards.Tests.Browser;
using Analytics.Dashboards.Tests.Warehouse;

namespace Analytics.Dashboards.Tests;

public class TrustTests(Chromium browser)
{
    [Fact]
    public async Task Each_question_is_answered_in_a_sentence()
    {
        await using var opened = await browser.Open(Pages.English, View.Desktop.At("trust"));

        Assert.Equal(
            [
                "Who will leave? Yes, to decide whom to look at first: of two customers, one who did and one who did not, the model puts the right one first 77 times in 100 (74 to 81; by chance, 50).",
                "Who will be in the top 20%? Yes, to decide whom to look at first: of two customers, one who did and one who did not, the model puts the right one first 87 times in 100 (82 to 91; by chance, 50). Its probabilities were off by 6.1 points on average: rely on the order more than on the figure.",
            ],
            await opened.Texts(".verdict"));
        opened.HasNoComplaint();
    }

    [Fact]
    public async Task What_the_small_charts_say_can_be_read_on_a_phone()
    {
        await using var opened = await browser.Open(Pages.French, View.Phone.At("trust"));

        var sizes = await opened.Page.EvaluateAsync<double[]>("[...document.querySelectorAll('#trust svg text')].map(text => parseFloat(getComputedStyle(text).fontSize) * Math.hypot(text.getScreenCTM().c, text.getScreenCTM().d))");
        Assert.True(await opened.Find(".lift text").CountAsync() > 0);
        Assert.All(sizes, size => Assert.InRange(size, 7.5, 14));
    }

    [Theory]
    [InlineData("UPDATE marts.model_card SET low = 0.49 WHERE model = 'churn' AND metric = 'auc'")]
    [InlineData("INSERT INTO marts.model_card VALUES ('churn', 'log_loss_gain', 0.01, -0.01, 0.03, 0, 'test')")]
    public async Task What_chance_could_explain_is_not_to_be_trusted(string change)
    {
        using var warehouse = TestWarehouse.WithFigures();
        TestWarehouse.Execute(warehouse, change);
        await using var opened = await browser.Open(Dashboard.Html(warehouse), View.Desktop.At("trust"));

        Assert.Equal("Who will leave? No: nothing does better than the base rate beyond chance. Treat every customer alike.", await opened.Text(".verdict"));
    }

    [Fact]
    public async Task Where_the_last_amounts_hold_as_much_but_for_chance_the_models_are_not_said_to_tell_more()
    {
        using var warehouse = TestWarehouse.WithFigures("trust");
        TestWarehouse.Execute(warehouse, "UPDATE marts.model_card SET low = -0.01 WHERE metric = 'capture_gain'");
        await using var opened = await browser.Open(Dashboard.Html(warehouse), View.Desktop.At("trust"));

        Assert.StartsWith("Who will be in the top 20%? Better than chance, but not surely better than the last period’s amounts", await opened.Text(".verdict[data-question=potential]"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_money_that_the_list_held_stands_beside_last_years_and_foresight()
    {
        await using var opened = await browser.Open(Pages.French, View.Desktop.At("trust"));

        Assert.Equal(["62,0 %", "55,0 %", "72,0 %"], await opened.Texts("#capture .kind-count"));
        Assert.Equal("Suivie alors, la liste des futurs 20/80 aurait rencontré 30,0 % de ceux qui sont entrés dans les 20 % premiers.", (await opened.Text("#capture .rule")).Trim());
    }

    [Fact]
    public async Task How_far_down_the_list_it_is_worth_going_is_drawn_and_can_be_heard()
    {
        await using var opened = await browser.Open(Pages.English, View.Desktop.At("trust"));

        Assert.Equal(["3.6", "2.4", "1.3", "0.9", "0.6", "0.4", "0.3", "0.2", "0.2", "0.1"], (await opened.Texts("[data-question=potential] .lift text")).Take(10));
        Assert.Single(await opened.Texts("[data-question=potential] .lift svg[aria-label*='1 : 3.6 (3.2 – 4.0) ; 2 : 2.4']"));
        Assert.Single(await opened.Texts("[data-question=potential] .reliability svg[aria-label*='20.0% → 24.0%']"));
        opened.HasNoComplaint();
    }

    [Fact]
    public async Task The_naive_forecasts_of_the_potential_come_first()
    {
        await using var opened = await browser.Open(Pages.English, View.Desktop.At("trust"));

        Assert.Equal(["Measure", "Base rate", "Logistic regression"], await opened.Texts("[data-question=potential] thead th"));
    }

    [Fact]
    public async Task A_model_tried_on_past_dates_alone_was_trained_all_the_same()
    {
        using var warehouse = TestWarehouse.Open("contract", "empty", "trust");
        await using var opened = await browser.Open(Dashboard.Html(warehouse), View.Desktop.At("trust"));

        Assert.Equal("What the models are worth on data they had not seen", await opened.Text("#trust-title"));
    }

    [Fact]
    public async Task Where_no_model_was_tried_the_page_says_so()
    {
        using var warehouse = TestWarehouse.Open("contract", "empty");
        await using var opened = await browser.Open(Dashboard.Html(warehouse), View.Desktop.At("trust"));

        Assert.Equal("No model was trained", await opened.Text("#trust-title"));
    }
}
