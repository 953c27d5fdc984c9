namespace Analytics.Models.Lifetime;

/// <summary>
/// BG/NBD (Fader, Hardie and Lee 2005, Marketing Science 24:2): purchases at rate λ ~ gamma(r, α); after each repeat the customer
/// ends with probability p ~ beta(a, b). MBG/NBD (Batislam, Denizel and Filiztekin 2007) lets it end after the first purchase too:
/// the same formulas with one more chance to end, k = x + 1 in place of x.
/// </summary>
internal sealed record BetaGeometric(double R, double Alpha, double A, double B, bool EndsAfterFirst = false) : LifetimeModel
{
    internal override string Name => EndsAfterFirst ? "MBG/NBD" : "BG/NBD";

    internal override double[] Parameters => [R, Alpha, A, B];

    internal override int[] TimeParameters => [1];

    internal override LifetimeModel With(double[] parameters) =>
        new BetaGeometric(parameters[0], parameters[1], parameters[2], parameters[3], EndsAfterFirst);

    /// <summary>Equation 6 of the paper (appendix of Batislam et al.), as logarithms.</summary>
    internal override double LogLikelihood(HistoryGroups customers, Span<double> gradient)
    {
        var most = customers.MostRepeats + 1;
        var (gamma, beta, both) = (new RisingFactorial(R, most), new RisingFactorial(B, most), new RisingFactorial(A + B, most));
        gradient.Clear();
        double sum = 0;
        for (var i = 0; i < customers.Histories.Count; i++)
        {
            var (history, count) = (customers.Histories[i], customers.Counts[i]);
            var (x, k) = (history.Repeats, Chances(history));
            var (logAge, logLast) = (Math.Log(Alpha + history.Age), Math.Log(Alpha + history.Last));
            var (ended, logOdds) = Ended(history);
            sum += count * (gamma.Logarithm(x) + R * Math.Log(Alpha) + beta.Logarithm(k) - both.Logarithm(k)
                - (R + x) * logAge + Logistic.Sigmoid.Softplus(logOdds));
            gradient[0] += count * (gamma.Slope(x) + Math.Log(Alpha) - (1 - ended) * logAge - ended * logLast);
            gradient[1] += count * (R / Alpha - (R + x) * ((1 - ended) / (Alpha + history.Age) + ended / (Alpha + history.Last)));
            gradient[2] += count * (-both.Slope(k) + ended / A);
            gradient[3] += count * (beta.Slope(k) - both.Slope(k) - (k == 0 ? 0 : ended / (B + k - 1)));
        }
        return sum;
    }

    /// <summary>1 for a BG/NBD customer without a repeat, who has had no chance to end.</summary>
    internal override double Alive(PurchaseHistory history) => 1 - Ended(history).Probability;

    /// <summary>
    /// Equation 10, its hypergeometric term by Euler's transformation (Abramowitz and Stegun 15.3.3), which does not overflow for busy customers.
    /// </summary>
    internal override double ExpectedPurchases(PurchaseHistory history, double horizon)
    {
        // The formula is 0/0 at a = 1, and smooth through it.
        var a = Math.Abs(A - 1) < 1e-6 ? 1 + 1e-6 : A;
        var k = Chances(history);
        var z = horizon / (Alpha + history.Age + horizon);
        var c = a + B + k - 1;
        var silent = Math.Pow(1 - z, a - 1) * Hypergeometric.Of(a - 1, c - R - history.Repeats, c, z);
        return Alive(history) * c / (a - 1) * (1 - silent);
    }

    private int Chances(PurchaseHistory history) => history.Repeats + (EndsAfterFirst ? 1 : 0);

    private (double Probability, double LogOdds) Ended(PurchaseHistory history)
    {
        var k = Chances(history);
        if (k == 0) return (0, double.NegativeInfinity);
        var logOdds = Math.Log(A / (B + k - 1)) + (R + history.Repeats) * Math.Log((Alpha + history.Age) / (Alpha + history.Last));
        return (Logistic.Sigmoid.Of(logOdds), logOdds);
    }
}
