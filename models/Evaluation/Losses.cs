namespace Analytics.Models.Evaluation;

/// <summary>What one probability costs once the outcome is known.</summary>
internal static class Losses
{
    private const double Edge = 1e-15;

    /// <summary>−ln of the probability given to what happened; probabilities of 0 and 1 are held a hair away from certainty.</summary>
    internal static double Log(double probability, bool happened)
    {
        var p = Math.Clamp(probability, Edge, 1 - Edge);
        return happened ? -Math.Log(p) : -Math.Log(1 - p);
    }

    /// <summary>Squared distance to what happened (Brier 1950).</summary>
    internal static double Brier(double probability, bool happened)
    {
        var distance = probability - (happened ? 1 : 0);
        return distance * distance;
    }

    /// <summary>The deviance of an expected amount m from the amount y that came, 4 (√y − √m)² / √m: Tweedie's of power 1.5 (Jørgensen 1987), least for the true expectation.</summary>
    internal static double Amount(double expected, double came)
    {
        var (root, distance) = (Math.Sqrt(Math.Max(expected, Edge)), Math.Sqrt(Math.Max(came, 0)) - Math.Sqrt(Math.Max(expected, Edge)));
        return 4 * distance * distance / root;
    }

    internal static double[] Each(Func<double, bool, double> loss, ReadOnlySpan<double> probabilities, ReadOnlySpan<bool> happened)
    {
        var losses = new double[probabilities.Length];
        for (var i = 0; i < losses.Length; i++) losses[i] = loss(probabilities[i], happened[i]);
        return losses;
    }

    /// <summary>The mean of per-row losses where row i stands weights[i] times.</summary>
    internal static double Mean(ReadOnlySpan<double> losses, ReadOnlySpan<int> weights)
    {
        double sum = 0;
        long count = 0;
        for (var i = 0; i < losses.Length; i++)
        {
            sum += weights[i] * losses[i];
            count += weights[i];
        }
        return count == 0 ? double.NaN : sum / count;
    }
}
