using Analytics.Models.Logistic;

namespace Analytics.Models.Calibration;

/// <summary>
/// Calibration by a logistic curve of the log-odds (Platt 1999), fitted on rows that the trainer never saw. Intercept and slope are held near 0 and 1,
/// where nothing changes, by normal priors: few customers move them little.
/// </summary>
internal sealed record Platt(double Intercept, double Slope) : Calibrator
{
    private const double Deviation = 0.25;
    private const double Prior = 1 / (Deviation * Deviation);
    private const double Precise = 1e-10;
    private const int MostSteps = 100;

    /// <summary>Newton's method on the logarithm of the posterior, which is concave, each step halved until it rises. A customer counts once, at however many dates it stands.</summary>
    internal static Platt Fit(UnseenAnswers answers)
    {
        if (answers.Rows == 0) throw new ArgumentException("Calibration needs at least one row.", nameof(answers));
        var weights = Weights(answers.Customers);
        var (intercept, slope, posterior) = (0.0, 1.0, Posterior(answers, weights, 0, 1));
        for (var step = 0; step < MostSteps; step++)
        {
            var (up, along) = Step(answers, weights, intercept, slope);
            var next = Posterior(answers, weights, intercept + up, slope + along);
            for (; !(next >= posterior) && Math.Abs(up) + Math.Abs(along) >= Precise; next = Posterior(answers, weights, intercept + up, slope + along)) (up, along) = (up / 2, along / 2);
            if (Math.Abs(up) + Math.Abs(along) < Precise) break;
            (intercept, slope, posterior) = (intercept + up, slope + along, next);
        }
        // A falling curve would turn the ranking round.
        return slope > 0 ? new(intercept, slope) : new(0, 1);
    }

    internal override double Of(double logOdds) => Intercept + Slope * logOdds;

    private static double Posterior(UnseenAnswers answers, double[] weights, double intercept, double slope)
    {
        var sum = -Prior / 2 * (intercept * intercept + (slope - 1) * (slope - 1));
        for (var row = 0; row < answers.Rows; row++)
        {
            var logOdds = intercept + slope * answers.LogOdds[row];
            sum -= weights[row] * Sigmoid.Softplus(answers.Happened[row] ? -logOdds : logOdds);
        }
        return sum;
    }

    private static (double Intercept, double Slope) Step(UnseenAnswers answers, double[] weights, double intercept, double slope)
    {
        var (upwards, along) = (-Prior * intercept, -Prior * (slope - 1));
        var (first, mixed, second) = (Prior, 0.0, Prior);
        for (var row = 0; row < answers.Rows; row++)
        {
            var logOdds = answers.LogOdds[row];
            var probability = Sigmoid.Of(intercept + slope * logOdds);
            var (missed, curved) = (weights[row] * ((answers.Happened[row] ? 1 : 0) - probability), weights[row] * probability * (1 - probability));
            (upwards, along) = (upwards + missed, along + missed * logOdds);
            (first, mixed, second) = (first + curved, mixed + curved * logOdds, second + curved * logOdds * logOdds);
        }
        var determinant = first * second - mixed * mixed;
        return ((second * upwards - mixed * along) / determinant, (first * along - mixed * upwards) / determinant);
    }

    private static double[] Weights(int[] customers)
    {
        var rows = customers.CountBy(customer => customer).ToDictionary();
        return Array.ConvertAll(customers, customer => 1.0 / rows[customer]);
    }
}
