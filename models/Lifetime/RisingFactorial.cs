namespace Analytics.Models.Lifetime;

/// <summary>
/// ln Γ(z + n) − ln Γ(z) and its derivative in z for n = 0, 1, …, as running sums of ln(z + i) and 1 / (z + i):
/// exact where the difference of two gamma functions would cancel, and one logarithm per step.
/// </summary>
internal sealed class RisingFactorial
{
    private readonly double[] _logarithm;
    private readonly double[] _slope;

    internal RisingFactorial(double z, int most)
    {
        _logarithm = new double[most + 1];
        _slope = new double[most + 1];
        for (var i = 0; i < most; i++)
        {
            _logarithm[i + 1] = _logarithm[i] + Math.Log(z + i);
            _slope[i + 1] = _slope[i] + 1 / (z + i);
        }
    }

    internal double Logarithm(int n) => _logarithm[n];

    internal double Slope(int n) => _slope[n];
}
