namespace Analytics.Models.Lifetime;

/// <summary>Gauss's hypergeometric function 2F1(a, b; c; z) for 0 ≤ z &lt; 1 by its series (Abramowitz and Stegun 15.1.1).</summary>
internal static class Hypergeometric
{
    private const int MostTerms = 100_000;

    internal static double Of(double a, double b, double c, double z)
    {
        double sum = 1, term = 1;
        for (var n = 0; n < MostTerms; n++)
        {
            term *= (a + n) * (b + n) / ((c + n) * (n + 1)) * z;
            sum += term;
            if (Math.Abs(term) <= 1e-16 * Math.Abs(sum)) return sum;
        }
        return sum;
    }
}
