using Analytics.Models.Evaluation;

namespace Analytics.Models.Tests.Evaluation;

public class LiftTests
{
    private static readonly Bootstrap s_bootstrap = new(200, 1);

    /// <summary>20 customers; of the two likeliest both, of the next two one, of the last sixteen one each in tenths 5 and 9: 5 of 20, a rate of a quarter.</summary>
    [Fact]
    public void Each_tenth_is_told_as_a_multiple_of_the_rate_of_all()
    {
        var probabilities = Enumerable.Range(0, 20).Select(i => 1 - i / 20.0).ToArray();
        int[] those = [0, 1, 3, 10, 19];
        var happened = Enumerable.Range(0, 20).Select(i => those.Contains(i)).ToArray();

        var tenths = Lift.TenthOf(probabilities, Ids(20));
        var lifts = Lift.Of(tenths, happened, [.. Enumerable.Range(0, 20)], s_bootstrap);

        Assert.Equal([4, 2, 0, 0, 0, 2, 0, 0, 0, 2], lifts.Select(lift => lift.Value));
        // Both of the likeliest tenth, whoever of them is drawn.
        Assert.Equal((4, 4), (lifts[0].Low, lifts[0].High));
        Assert.Equal((0, 4), (lifts[1].Low, lifts[1].High));
    }

    [Fact]
    public void Tenths_of_few_customers_differ_by_one_at_most_and_equal_ones_go_by_id()
    {
        var tenths = Lift.TenthOf(new double[25], Ids(25));

        Assert.All(tenths.GroupBy(tenth => tenth), tenth => Assert.InRange(tenth.Count(), 2, 3));
        Assert.Equal(tenths.Order(), tenths);
    }

    private static string[] Ids(int count) => [.. Enumerable.Range(0, count).Select(i => i.ToString("000", System.Globalization.CultureInfo.InvariantCulture))];
}
