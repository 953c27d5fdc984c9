using Analytics.Models.Lifetime;

namespace Analytics.Models.Tests.Lifetime;

public class LifetimeModelTests
{
    private static readonly HistoryGroups s_customers = HistoryGroups.Of(
    [
        new(0, 0, 30), new(0, 0, 38.9), new(0, 0, 38.9), new(1, 5, 5), new(1, 0, 12), new(2, 30.43, 38.86), new(7, 12, 35), new(29, 37, 38), new(120, 30, 39),
    ]);

    public static TheoryData<string> Models { get; } = ["bg", "mbg", "pareto", "pareto, alpha below beta"];

    [Theory]
    [MemberData(nameof(Models))]
    public void The_gradient_is_the_finite_difference(string name)
    {
        var model = Model(name);
        var gradient = new double[4];
        model.LogLikelihood(s_customers, gradient);

        for (var j = 0; j < 4; j++)
        {
            var step = 1e-5 * model.Parameters[j];
            var numeric = (Moved(model, j, step) - Moved(model, j, -step)) / (2 * step);
            Assert.Equal(numeric, gradient[j], 1e-6 * (1 + Math.Abs(numeric)));
        }
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void The_likelihoods_of_being_alive_and_of_having_ended_are_the_whole(string name)
    {
        var model = Model(name);

        Assert.All(s_customers.Histories, history => Assert.InRange(model.Alive(history), 0, 1));
        Assert.All(s_customers.Histories, history => Assert.InRange(model.BuysAgain(history, 39), 0, model.Alive(history) + 1e-12));
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Expected_purchases_begin_with_the_chance_of_the_first(string name)
    {
        var model = Model(name);

        foreach (var history in s_customers.Histories)
        {
            var expected = model.ExpectedPurchases(history, 1e-3);
            Assert.Equal(model.BuysAgain(history, 1e-3), expected, 1e-3 * expected + 1e-12);
        }
    }

    [Fact]
    public void Whoever_bought_once_alone_is_alive_in_bg_nbd() =>
        Assert.Equal(1, Model("bg").Alive(new PurchaseHistory(0, 0, 1000)));

    [Fact]
    public void Whoever_bought_once_alone_may_have_ended_in_mbg_nbd() =>
        Assert.InRange(Model("mbg").Alive(new PurchaseHistory(0, 0, 1000)), 0.01, 0.5);

    [Fact]
    public void Pareto_nbd_is_the_closed_form_of_the_paper()
    {
        // Schmittlein, Morrison and Colombo (1987), eq. A21-A26, with its two hypergeometric functions, evaluated by mpmath to 40 digits.
        var model = new ParetoNbd(0.5534, 10.5802, 0.6061, 11.6562);

        Assert.Equal(PublishedLogLikelihood, model.LogLikelihood(new PurchaseHistory(2, 30.43, 38.86)), 1e-9);
        Assert.Equal(PublishedBusyLogLikelihood, new ParetoNbd(0.5534, 2.5, 0.6061, 40).LogLikelihood(new PurchaseHistory(25, 10, 38.86)), 1e-9);
    }

    [Fact]
    public void Expected_purchases_pass_smoothly_through_a_equal_to_one()
    {
        var history = new PurchaseHistory(2, 30.43, 38.86);
        double At(double a) => new BetaGeometric(0.24, 4.41, a, 2.43).ExpectedPurchases(history, 39);

        Assert.Equal((At(0.999) + At(1.001)) / 2, At(1), 1e-5);
    }

    [Fact]
    public void A_very_busy_customer_overflows_nothing()
    {
        var history = new PurchaseHistory(5000, 700, 730);

        Assert.All(Models, name => Assert.InRange(Model(name).ExpectedPurchases(history, 365), 0, 5000));
    }

    // scipy 1.10.1's hyp2f1.
    [Theory]
    [InlineData(0.5, 2.3, 4.1, 0.7, 1.3161916535557936)]
    [InlineData(-0.3, -5.5, 8.2, 0.9, 1.157468333014378)]
    public void The_hypergeometric_series_is_scipys(double a, double b, double c, double z, double expected) =>
        Assert.Equal(expected, Hypergeometric.Of(a, b, c, z), 1e-13);

    [Theory]
    [InlineData(-1, 0, 1)]
    [InlineData(1, 2, 1)]
    [InlineData(0, 1, 2)]
    [InlineData(1, double.NaN, 2)]
    [InlineData(0, 0, double.PositiveInfinity)]
    public void An_impossible_history_is_refused(int repeats, double last, double age) =>
        Assert.Throws<ArgumentException>(() => new PurchaseHistory(repeats, last, age));

    private const double PublishedLogLikelihood = -9.554510694614422;
    private const double PublishedBusyLogLikelihood = -13.186731359841588;

    private static LifetimeModel Model(string name) => name switch
    {
        "bg" => new BetaGeometric(0.24, 4.41, 0.79, 2.43),
        "mbg" => new BetaGeometric(0.52, 6.18, 0.89, 1.61, EndsAfterFirst: true),
        "pareto" => new ParetoNbd(0.55, 10.58, 0.61, 9.7),
        _ => new ParetoNbd(0.55, 3.2, 1.4, 21.7),
    };

    private static double Moved(LifetimeModel model, int index, double by)
    {
        var parameters = model.Parameters;
        parameters[index] += by;
        return model.With(parameters).LogLikelihood(s_customers, new double[4]);
    }
}
