namespace Analytics.Models.Tests;

public class AmountCurveTests
{
    private static readonly double[] s_sizes = [1, 4, 9, 16, 100];

    [Fact]
    public void A_power_of_the_size_is_found_again()
    {
        var curve = AmountCurve.Fit(s_sizes, Array.ConvertAll(s_sizes, size => 3 * Math.Sqrt(size)));

        Assert.Equal(0.5, curve.Exponent, 5);
        Assert.Equal(3, curve.Level, 4);
        Assert.Equal(30, curve.Of(100), 3);
    }

    [Fact]
    public void As_much_is_said_as_was_brought_and_no_other_exponent_is_likelier()
    {
        double[] brought = [5, 2, 20, 11, 40];
        var curve = AmountCurve.Fit(s_sizes, brought);

        Assert.Equal(brought.Sum(), s_sizes.Sum(curve.Of), 9);
        Assert.All([curve.Exponent - 0.01, curve.Exponent + 0.01], other => Assert.True(LogLikelihood(other) < LogLikelihood(curve.Exponent)));

        // Poisson's, with the level that makes the sums equal; what depends on no exponent is left out.
        double LogLikelihood(double exponent)
        {
            var level = brought.Sum() / s_sizes.Sum(size => Math.Pow(size, exponent));
            return s_sizes.Zip(brought, (size, amount) => amount * Math.Log(level * Math.Pow(size, exponent)) - level * Math.Pow(size, exponent)).Sum();
        }
    }

    [Fact]
    public void Amounts_never_fall_with_size_nor_outrun_it()
    {
        var (falling, outrunning) = (AmountCurve.Fit(s_sizes, [9, 7, 5, 3, 1]), AmountCurve.Fit(s_sizes, Array.ConvertAll(s_sizes, size => size * size)));

        Assert.Equal(0, falling.Exponent, 5);
        Assert.Equal(5, falling.Of(50), 4);
        Assert.Equal(1, outrunning.Exponent, 5);
    }

    [Fact]
    public void Nothing_brought_is_nothing_to_expect() => Assert.Equal(0, AmountCurve.Fit([1, 2], [0, 0]).Of(7));

    [Fact]
    public void Nobody_tells_nothing() => Assert.Equal(0, AmountCurve.Fit([], []).Of(7));
}
