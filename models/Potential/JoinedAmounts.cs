namespace Analytics.Models;

/// <summary>
/// An expected amount that agrees with the chances of ordering and of the top fifth: the latter × what customers of that size brought in it, plus the chance
/// of ordering without being in it × what they brought then. At the same size a higher chance is a higher amount, and none is below chance × entrance (Markov's inequality).
/// </summary>
internal sealed record JoinedAmounts(double Entrance, double LeastSize, AmountCurve Within, AmountCurve Outside)
{
    private const int Latest = 3;
    private const double LeastOfMean = 0.05;

    /// <summary>Learnt from the last three cutoffs, a horizon's worth: amounts drift.</summary>
    internal static JoinedAmounts Fit(PotentialPanel panel, int[] rows, double[] sizes)
    {
        var from = rows.Select(row => panel.Customers.Cutoffs[row]).Distinct().OrderDescending().Take(Latest).Last();
        var learnt = Enumerable.Range(0, rows.Length).Where(i => panel.Customers.Cutoffs[rows[i]] >= from).ToArray();
        var least = LeastOf(sizes);
        return new(panel.Entrance(Array.ConvertAll(learnt, i => rows[i])), least, Curve(top: true), Curve(top: false));

        AmountCurve Curve(bool top)
        {
            var those = Array.FindAll(learnt, i => panel.Brought(rows[i]) > 0 && panel.Customers.Churned[rows[i]] == top);
            return AmountCurve.Fit(Array.ConvertAll(those, i => Math.Max(sizes[i], least)), Array.ConvertAll(those, i => panel.Brought(rows[i])));
        }
    }

    /// <summary>A twentieth of the mean: what is smaller counts as that.</summary>
    internal static double LeastOf(double[] sizes) => sizes.Average() is var mean and > 0 ? LeastOfMean * mean : 1;

    /// <summary>The amount of a customer of the size, with its chance of the top fifth and of ordering at all.</summary>
    internal double Of(double size, double top, double ordering)
    {
        var seen = Math.Max(size, LeastSize);
        return top * Math.Max(Entrance, Within.Of(seen)) + Math.Max(0, ordering - top) * Math.Min(Entrance, Outside.Of(seen));
    }
}
