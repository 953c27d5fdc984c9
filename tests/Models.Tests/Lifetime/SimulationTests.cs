using Analytics.Models.Evaluation;
using Analytics.Models.Lifetime;

namespace Analytics.Models.Tests.Lifetime;

public class SimulationTests
{
    [Fact]
    public void Customers_drawn_from_bg_nbd_give_back_its_parameters_and_calibrated_forecasts()
    {
        var customers = MadeCustomers.Draw(20_000, seed: 11);
        var fit = LifetimeFit.BgNbd(HistoryGroups.Of(customers.Select(customer => customer.History)));

        Assert.True(fit is { Converged: true, Pooled: false });
        for (var j = 0; j < 4; j++) Assert.Equal(1, fit.Model.Parameters[j] / MadeCustomers.Truth.Parameters[j], 0.15);
        var again = customers.Select(customer => customer.Later > 0).ToArray();
        var buys = customers.Select(customer => fit.Model.BuysAgain(customer.History, MadeCustomers.Horizon)).ToArray();
        Assert.InRange(Reliability.ExpectedCalibrationError(Reliability.Bins(buys, again)), 0, 0.01);
        Assert.Equal(1, customers.Sum(customer => fit.Model.ExpectedPurchases(customer.History, MadeCustomers.Horizon)) / customers.Sum(customer => customer.Later), 0.05);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(30)]
    public void Few_customers_give_a_finite_model_that_says_whether_it_was_pooled(int count)
    {
        var customers = MadeCustomers.Draw(count, seed: 4);
        var groups = HistoryGroups.Of(customers.Select(customer => customer.History));

        foreach (var fit in new[] { LifetimeFit.BgNbd(groups), LifetimeFit.MbgNbd(groups), LifetimeFit.ParetoNbd(groups) })
        {
            Assert.True(fit.Converged);
            Assert.All(fit.Model.Parameters, parameter => Assert.InRange(parameter, 1e-6, 1e6));
            Assert.All(customers, customer => Assert.InRange(fit.Model.BuysAgain(customer.History, MadeCustomers.Horizon), 0, 1));
        }
    }

    [Fact]
    public void Customers_without_a_repeat_are_pooled_and_hardly_expected_back()
    {
        var fit = LifetimeFit.BgNbd(HistoryGroups.Of(Enumerable.Repeat(new PurchaseHistory(0, 0, 52), 500)));

        Assert.True(fit is { Converged: true, Pooled: true });
        Assert.InRange(fit.Model.BuysAgain(new PurchaseHistory(0, 0, 52), 52), 0, 0.1);
    }

    [Fact]
    public void A_million_identical_customers_cost_one_history()
    {
        var groups = HistoryGroups.Of(Enumerable.Repeat(new PurchaseHistory(3, 20, 40), 1_000_000));

        Assert.Single(groups.Histories);
        Assert.Equal(1_000_000, groups.Customers);
        Assert.True(LifetimeFit.BgNbd(groups).Converged);
    }

    [Fact]
    public void Grouping_changes_no_likelihood()
    {
        var histories = MadeCustomers.Draw(300, seed: 8).ConvertAll(customer => new PurchaseHistory(customer.History.Repeats, Math.Floor(customer.History.Last), 40));
        var apart = histories.Sum(MadeCustomers.Truth.LogLikelihood);

        Assert.Equal(apart, MadeCustomers.Truth.LogLikelihood(HistoryGroups.Of(histories), new double[4]), 1e-8);
    }

    [Fact]
    public void Nobody_cannot_be_fitted() => Assert.Throws<ArgumentException>(() => LifetimeFit.BgNbd(HistoryGroups.Of([])));

    [Fact]
    public void Gamma_gammas_gradient_is_the_finite_difference()
    {
        Spending[] customers = [new(1, 12), new(4, 30.5), new(90, 8.25)];
        double[] at = [6, 3.5, 15];
        var gradient = new double[3];
        GammaGamma.LogLikelihood(customers, at[0], at[1], at[2], gradient);

        double Value(double p, double q, double v) => GammaGamma.LogLikelihood(customers, p, q, v, new double[3]);
        Assert.Equal((Value(6.0001, 3.5, 15) - Value(5.9999, 3.5, 15)) / 2e-4, gradient[0], 1e-5);
        Assert.Equal((Value(6, 3.5001, 15) - Value(6, 3.4999, 15)) / 2e-4, gradient[1], 1e-5);
        Assert.Equal((Value(6, 3.5, 15.0001) - Value(6, 3.5, 14.9999)) / 2e-4, gradient[2], 1e-5);
    }

    [Fact]
    public void Amounts_that_cannot_be_fitted_fall_back_on_their_mean()
    {
        var nothing = GammaGamma.Fit([new(0, 0), new(3, -5), new(2, double.NaN)]);
        var one = GammaGamma.Fit([new(3, 50)]);

        Assert.False(nothing.Converged);
        Assert.Equal(double.NaN, nothing.ExpectedAmount(new(1, 10)));
        Assert.Equal(50, one.ExpectedAmount(new(1, 10)));
    }
}
