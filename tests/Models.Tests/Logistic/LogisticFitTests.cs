using Analytics.Models.Evaluation;
using Analytics.Models.Logistic;

namespace Analytics.Models.Tests.Logistic;

public class LogisticFitTests
{
    private static readonly DesignMatrix s_design = new(
        12,
        2,
        [
            0.5, -1.2, 1.5, 0.3, -0.7, 0.8, 2.1, -0.4, -1.3, -0.9, 0.2, 1.7,
            -0.4, 0.1, 1.1, 1.4, -2.0, 0.6, 0.9, -0.5, -0.1, -1.8, 1.7, 0.9,
        ]);

    private static readonly bool[] s_outcomes = [false, true, false, true, false, true, true, true, false, false, false, true];

    // scikit-learn 1.2.1, LogisticRegression(C=1/λ, solver='newton-cholesky', tol=1e-13).
    [Theory]
    [InlineData(1, -0.39164083883641176, 0.9722029625387676, 0.9761455808504406)]
    [InlineData(10, -0.11281101256770285, 0.30840451401926433, 0.2611196893287665)]
    [InlineData(0.1, -0.6794774289631279, 1.6028825424753204, 1.9161020328887692)]
    public void Coefficients_are_those_of_scikit_learn(double ridge, double intercept, double first, double second)
    {
        var fit = LogisticFit.Of(s_design, s_outcomes, ridge);

        Assert.True(fit.Converged);
        Assert.Equal(intercept, fit.Coefficients[0], 1e-9);
        Assert.Equal(first, fit.Coefficients[1], 1e-9);
        Assert.Equal(second, fit.Coefficients[2], 1e-9);
    }

    [Fact]
    public void The_gradient_and_the_hessian_are_the_finite_differences()
    {
        var objective = new LogisticObjective(s_design, s_outcomes, ridge: 0.7);
        double[] at = [0.3, -0.8, 1.1];
        var (gradient, hessian) = (new double[3], new double[9]);
        objective.Derivatives(at, gradient, hessian);

        for (var j = 0; j < 3; j++)
        {
            var (up, down) = (Moved(at, j, 1e-5), Moved(at, j, -1e-5));
            Assert.Equal((objective.Value(up) - objective.Value(down)) / 2e-5, gradient[j], 1e-8);
            var (above, below) = (new double[3], new double[3]);
            objective.Derivatives(up, above, new double[9]);
            objective.Derivatives(down, below, new double[9]);
            for (var k = 0; k <= j; k++) Assert.Equal((above[k] - below[k]) / 2e-5, hessian[j * 3 + k], 1e-8);
        }
    }

    [Fact]
    public void Without_inputs_the_fit_is_the_base_rate()
    {
        var fit = LogisticFit.Of(new DesignMatrix(8, 0, []), [true, false, false, false, true, false, false, false], ridge: 1);

        Assert.Equal(0.25, Sigmoid.Of(fit.Coefficients[0]), 1e-9);
    }

    [Fact]
    public void Separable_rows_still_have_finite_coefficients()
    {
        var fit = LogisticFit.Of(new DesignMatrix(4, 1, [-1e3, -1, 1, 1e3]), [false, false, true, true], ridge: 1e-3);

        Assert.True(fit.Converged);
        Assert.All(fit.Coefficients, value => Assert.True(double.IsFinite(value)));
    }

    [Fact]
    public void One_class_alone_gives_near_certainty_and_finite_coefficients()
    {
        var fit = LogisticFit.Of(new DesignMatrix(3, 1, [-1, 0, 1]), [true, true, true], ridge: 1);

        Assert.InRange(Sigmoid.Of(fit.Coefficients[0]), 0.999, 1);
        Assert.All(fit.Coefficients, value => Assert.True(double.IsFinite(value)));
    }

    [Fact]
    public void A_hundred_thousand_identical_rows_give_their_share()
    {
        const int Rows = 100_000;
        var outcomes = Enumerable.Range(0, Rows).Select(row => row % 5 == 0).ToArray();

        var fit = LogisticFit.Of(new DesignMatrix(Rows, 1, Enumerable.Repeat(2.0, Rows).ToArray()), outcomes, ridge: 1);

        Assert.True(fit.Converged);
        Assert.Equal(0.2, Sigmoid.Of(fit.Coefficients[0] + 2 * fit.Coefficients[1]), 1e-8);
    }

    [Fact]
    public void Data_drawn_from_known_coefficients_give_them_back()
    {
        const int Rows = 50_000;
        double[] truth = [-0.8, 1.2, -0.5, 0];
        var random = new SplitMix64(7);
        var values = Enumerable.Range(0, Rows * 3).Select(_ => 2 * random.Uniform() - 1).ToArray();
        var design = new DesignMatrix(Rows, 3, values);
        var objective = new LogisticObjective(design, new bool[Rows], 0);
        var outcomes = Enumerable.Range(0, Rows).Select(row => random.Uniform() < Sigmoid.Of(objective.LogOdds(row, truth))).ToArray();

        var fit = LogisticFit.Of(design, outcomes, ridge: 1e-6);

        // Four standard errors of a coefficient on 50,000 uniform inputs.
        for (var j = 0; j < truth.Length; j++) Assert.Equal(truth[j], fit.Coefficients[j], 0.08);
        var probabilities = Enumerable.Range(0, Rows).Select(row => Sigmoid.Of(objective.LogOdds(row, fit.Coefficients))).ToArray();
        Assert.True(Reliability.ExpectedCalibrationError(Reliability.Bins(probabilities, outcomes)) < 0.01);
    }

    private static double[] Moved(double[] at, int index, double by)
    {
        var moved = at.ToArray();
        moved[index] += by;
        return moved;
    }
}
