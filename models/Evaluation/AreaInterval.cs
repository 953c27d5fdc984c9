namespace Analytics.Models.Evaluation;

/// <summary>The 95 % interval of an area under the ROC curve.</summary>
internal static class AreaInterval
{
    private const double Z = 1.959963984540054;

    /// <summary>The bootstrap's, unless the ranking is perfect (or perfectly wrong): then no resample differs from another, and Newcombe's stands in.</summary>
    internal static Estimate Of(Estimate bootstrapped, ReadOnlySpan<bool> outcomes)
    {
        if (bootstrapped.Value is not (0 or 1)) return bootstrapped;
        var positives = outcomes.Count(true);
        return Newcombe(bootstrapped.Value, positives, outcomes.Length - positives);
    }

    /// <summary>
    /// Newcombe (2006, Statistics in Medicine 25, "Confidence intervals for an effect size measure based on the Mann-Whitney statistic. Part 2",
    /// method 5): the areas whose own variance, as Hanley and McNeil (1982) give it, puts the one seen within 1.96 deviations.
    /// </summary>
    internal static Estimate Newcombe(double area, int positives, int negatives) =>
        new(area, Edge(area, 0, positives, negatives), Edge(area, 1, positives, negatives));

    private static double Edge(double area, double end, int positives, int negatives)
    {
        var (inside, outside) = (area, end);
        for (var halving = 0; halving < 60; halving++)
        {
            var middle = (inside + outside) / 2;
            if ((area - middle) * (area - middle) <= Z * Z * Variance(middle, positives, negatives)) inside = middle;
            else outside = middle;
        }
        return inside;
    }

    private static double Variance(double area, int positives, int negatives)
    {
        var others = (positives + negatives) / 2.0 - 1;
        return area * (1 - area) / ((double)positives * negatives) * (1 + others * (1 - area) / (2 - area) + others * area / (1 + area));
    }
}
