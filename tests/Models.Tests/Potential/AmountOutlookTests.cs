using Analytics.Models.Features;
using Analytics.Models.Lifetime;
using MathNet.Numerics.Distributions;

namespace Analytics.Models.Tests;

public class AmountOutlookTests
{
    private static readonly GammaGamma s_amounts = new(6, 4, 15, 30, Converged: true);

    [Fact]
    public void The_chance_of_exceeding_an_amount_is_what_simulation_gives()
    {
        var outlook = new AmountOutlook(0.6, 1.5, new Spending(3, 40));
        var random = new Random(5);
        var above = 0;
        for (var i = 0; i < 200_000; i++)
        {
            if (random.NextDouble() >= 0.6) continue;
            // From the first purchase on, another follows with chance 1 − 0.6 / 1.5.
            var purchases = 1;
            while (random.NextDouble() < 0.6) purchases++;
            var rate = Gamma.Sample(random, 4 + 6 * 3, 15 + 3 * 40);
            if (Gamma.Sample(random, 6 * purchases, rate) > 60) above++;
        }
        Assert.Equal(above / 200_000.0, outlook.Above(60, s_amounts), 0.005);
    }

    [Fact]
    public void As_many_places_are_shared_out_as_a_fifth_of_the_customers_is()
    {
        var outlooks = Enumerable.Range(0, 500).Select(i => new AmountOutlook(0.1 + 0.0016 * i, 0.2 + 0.005 * i, new Spending(1 + i % 7, 10 + i % 90))).ToList();

        Assert.Equal(100, AmountOutlook.TopFifth(outlooks, s_amounts).Sum(), 1.0);
    }

    [Fact]
    public void Where_fewer_than_a_fifth_will_buy_the_places_go_to_whoever_buys()
    {
        var outlooks = Enumerable.Range(0, 500).Select(_ => new AmountOutlook(0.1, 0.2, new Spending(1, 10))).ToList();

        Assert.All(AmountOutlook.TopFifth(outlooks, s_amounts), chance => Assert.Equal(0.1, chance, 12));
    }

    [Fact]
    public void Without_an_amount_model_every_order_is_worth_the_mean()
    {
        var unfitted = s_amounts with { Converged = false };

        Assert.Equal(0.6, new AmountOutlook(0.6, 0.6, new Spending(1, 5)).Above(29, unfitted), 12);
        Assert.Equal(0, new AmountOutlook(0.6, 0.6, new Spending(1, 5)).Above(31, unfitted), 12);
    }

    [Fact]
    public void A_value_is_discounted_at_a_tenth_a_year_and_weighed_by_the_chance_given()
    {
        // A pooled rate so high in certainty that purchases grow in a straight line: each quarter of the year brings as much.
        var model = new BetaGeometric(4_000, 400_000, 1e-6, 1);
        var known = new KnownHistory("a", new DateOnly(2025, 1, 1), new PurchaseHistory(3, 300, 300)) { Amount = 40 };
        var outlook = Outlook.Of(model, known, s_amounts with { Converged = false }, (365, 90), buys: null);
        // In a straight line, as many times the purchases as the days.
        Assert.Equal(365.0 / 90, outlook.Stretch, 4);

        var discount = Enumerable.Range(0, 4).Average(quarter => Math.Pow(1.1, -(quarter + 0.5) / 4));
        Assert.Equal(3.65, outlook.Orders, 0.01);
        Assert.Equal(outlook.Orders * 30, outlook.Amount, 9);
        Assert.Equal(outlook.Amount * discount, outlook.Discounted, 0.01);
        var half = Outlook.Of(model, known, s_amounts with { Converged = false }, (365, 90), buys: model.BuysAgain(known.History, 365) / 2);
        Assert.Equal(outlook.Amount / 2, half.Amount, 9);
    }
}
