using Analytics.Models.Logistic;

namespace Analytics.Models.Calibration;

/// <summary>
/// Calibration by a logistic curve of the raw score (Platt 1999), for the few rows on which a free curve would be noise;
/// fitted on rows that the trainer never saw.
/// </summary>
internal sealed record Platt(double Intercept, double Slope)
{
    /// <summary>
    /// The maximum a posteriori curve: a ridge on a slope in standard deviations keeps it finite where scores separate the classes.
    /// A slope below 0 would turn the ranking round, and becomes the base rate.
    /// </summary>
    internal static Platt Fit(double[] scores, bool[] happened)
    {
        if (scores.Length == 0) throw new ArgumentException("Calibration needs at least one row.", nameof(scores));
        var mean = scores.Average();
        var deviation = Math.Sqrt(scores.Average(score => (score - mean) * (score - mean)));
        if (deviation > 0)
        {
            var standard = Array.ConvertAll(scores, score => (score - mean) / deviation);
            var fit = LogisticFit.Of(new DesignMatrix(scores.Length, 1, standard), happened, ridge: 0.5);
            var slope = fit.Coefficients[1] / deviation;
            if (fit.Converged && slope >= 0) return new Platt(fit.Coefficients[0] - slope * mean, slope);
        }
        // Laplace's rule keeps the rate of one class alone off 0 and 1.
        return new Platt(Sigmoid.LogOdds((happened.Count(yes => yes) + 1.0) / (scores.Length + 2)), 0);
    }

    internal double Of(double score) => Sigmoid.Of(Intercept + Slope * score);
}
