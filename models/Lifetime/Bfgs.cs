namespace Analytics.Models.Lifetime;

/// <summary>A function of a point that fills its gradient there; an infinite value forbids the point.</summary>
internal delegate double Differentiable(double[] point, double[] gradient);

/// <summary>Where the minimiser stopped, and whether the slope vanishes there.</summary>
internal sealed record Minimum(double[] Point, double Value, bool Converged);

/// <summary>Quasi-Newton minimisation (Nocedal and Wright 2006, algorithm 6.1) with the weak Wolfe bisection of Lewis and Overton (2013).</summary>
internal static class Bfgs
{
    private const int MostIterations = 500;
    private const double Flat = 1e-7;

    internal static Minimum Minimise(Differentiable function, double[] start)
    {
        var size = start.Length;
        var (at, gradient) = (start.ToArray(), new double[size]);
        var value = function(at, gradient);
        var inverse = Identity(size);
        for (var iteration = 0; iteration < MostIterations && double.IsFinite(value); iteration++)
        {
            if (gradient.Max(Math.Abs) <= Flat) return new Minimum(at, value, true);
            var direction = Enumerable.Range(0, size).Select(i => -Dot(inverse[i], gradient)).ToArray();
            if (Dot(direction, gradient) >= 0) (inverse, direction) = (Identity(size), Array.ConvertAll(gradient, slope => -slope));
            if (Search(function, at, value, gradient, direction) is not { } found) return new Minimum(at, value, gradient.Max(Math.Abs) <= 100 * Flat);
            Update(inverse, Difference(found.Point, at), Difference(found.Gradient, gradient));
            (at, value, gradient) = found;
        }
        return new Minimum(at, value, false);
    }

    private static (double[] Point, double Value, double[] Gradient)? Search(
        Differentiable function, double[] from, double value, double[] gradient, double[] direction)
    {
        var slope = Dot(gradient, direction);
        double shortest = 0, longest = double.PositiveInfinity, length = 1;
        for (var trial = 0; trial < 60; trial++)
        {
            var point = from.Zip(direction, (at, step) => at + length * step).ToArray();
            var there = new double[from.Length];
            var found = function(point, there);
            if (!(found <= value + 1e-4 * length * slope)) longest = length;
            else if (Dot(there, direction) < 0.9 * slope) shortest = length;
            else return (point, found, there);
            length = double.IsFinite(longest) ? (shortest + longest) / 2 : 2 * shortest;
        }
        return null;
    }

    /// <summary>H ← (I − ρ s yᵀ) H (I − ρ y sᵀ) + ρ s sᵀ (eq. 6.17).</summary>
    private static void Update(double[][] inverse, double[] step, double[] change)
    {
        var curvature = Dot(step, change);
        if (curvature <= 0) return;
        var moved = Array.ConvertAll(inverse, row => Dot(row, change));
        var factor = (1 + Dot(change, moved) / curvature) / curvature;
        for (var i = 0; i < step.Length; i++)
            for (var j = 0; j < step.Length; j++)
                inverse[i][j] += factor * step[i] * step[j] - (moved[i] * step[j] + step[i] * moved[j]) / curvature;
    }

    private static double[][] Identity(int size) =>
        Enumerable.Range(0, size).Select(i => Enumerable.Range(0, size).Select(j => i == j ? 1.0 : 0).ToArray()).ToArray();

    private static double[] Difference(double[] left, double[] right) => left.Zip(right, (l, r) => l - r).ToArray();

    private static double Dot(double[] left, double[] right)
    {
        double sum = 0;
        for (var i = 0; i < left.Length; i++) sum += left[i] * right[i];
        return sum;
    }
}
