namespace Analytics.Models.Logistic;

/// <summary>Probabilities and log-odds, without overflow at either end.</summary>
internal static class Sigmoid
{
    internal static double Of(double logOdds) =>
        logOdds >= 0 ? 1 / (1 + Math.Exp(-logOdds)) : Math.Exp(logOdds) / (1 + Math.Exp(logOdds));

    internal static double LogOdds(double probability) => Math.Log(probability / (1 - probability));

    /// <summary>ln(1 + eˣ), the negative log-likelihood of "no" at log-odds x.</summary>
    internal static double Softplus(double x) => Math.Max(x, 0) + Math.Log(1 + Math.Exp(-Math.Abs(x)));
}
