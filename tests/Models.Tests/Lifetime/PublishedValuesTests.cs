using Analytics.Models.Lifetime;

namespace Analytics.Models.Tests.Lifetime;

public class PublishedValuesTests
{
    [Fact]
    public void Bg_nbd_gives_the_parameters_of_the_paper()
    {
        // Fader, Hardie and Lee (2005), table 2.
        var fit = LifetimeFit.BgNbd(Customers());

        AssertParameters([0.243, 4.414, 0.793, 2.426], fit);
        Assert.Equal(-9582.4, fit.LogLikelihood, 0.05);
    }

    [Fact]
    public void Pareto_nbd_gives_the_parameters_of_the_paper()
    {
        // Fader, Hardie and Lee (2005), table 2.
        var fit = LifetimeFit.ParetoNbd(Customers());

        AssertParameters([0.553, 10.578, 0.606, 11.669], fit);
        Assert.Equal(-9595.0, fit.LogLikelihood, 0.05);
    }

    [Fact]
    public void Mbg_nbd_gives_the_parameters_of_a_peer()
    {
        // lifetimes, tests/test_estimation.py, test_params_out_is_close_to_BTYDplus: the same customers.
        AssertParameters([0.525, 6.183, 0.891, 1.614], LifetimeFit.MbgNbd(Customers()));
    }

    [Fact]
    public void Gamma_gamma_gives_the_parameters_of_the_note()
    {
        // Fader and Hardie (2013): the 946 customers with a repeat purchase.
        var spending = CdnowCustomer.Sample().ConvertAll(customer => customer.Spending);
        var fit = GammaGamma.Fit(spending);

        Assert.Equal(946, spending.Count(one => one.Purchases > 0));
        Assert.Equal(6.25, fit.P, 0.005);
        Assert.Equal(3.74, fit.Q, 0.005);
        Assert.Equal(15.44, fit.V, 0.01);
    }

    [Fact]
    public void Expected_purchases_are_those_of_the_papers_customer()
    {
        // Hardie's worked spreadsheet of the paper: x = 2, t_x = 30.43, T = 38.86 buys 1.226 times in 39 weeks.
        var model = new BetaGeometric(0.242594, 4.413532, 0.792886, 2.425752);

        Assert.Equal(1.226, model.ExpectedPurchases(new PurchaseHistory(2, 30.43, 38.86), 39), 0.0005);
    }

    [Fact]
    public void On_later_weeks_the_probability_of_buying_again_ranks_customers_and_that_of_being_alive_does_not()
    {
        var customers = CdnowCustomer.Sample();
        var model = LifetimeFit.BgNbd(Customers()).Model;
        var again = customers.Select(customer => customer.Later > 0).ToArray();
        var buys = customers.Select(customer => model.BuysAgain(customer.History, 39)).ToArray();
        var alive = customers.Select(customer => model.Alive(customer.History)).ToArray();
        var once = Enumerable.Repeat(1, again.Length).ToArray();

        Assert.InRange(new Models.Evaluation.Ranking(buys, again).RocAuc(once), 0.74, 0.80);
        Assert.InRange(new Models.Evaluation.Ranking(alive, again).RocAuc(once), 0.2, 0.6);
    }

    private static HistoryGroups Customers() => HistoryGroups.Of(CdnowCustomer.Sample().Select(customer => customer.History));

    private static void AssertParameters(double[] published, LifetimeFit fit)
    {
        Assert.True(fit is { Converged: true, Pooled: false });
        // Three decimals are printed, and the papers' own optimiser stopped within one of the last.
        for (var j = 0; j < published.Length; j++) Assert.Equal(published[j], fit.Model.Parameters[j], 0.002);
    }
}
