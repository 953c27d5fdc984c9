using MathNet.Numerics.LinearAlgebra;

namespace Analytics.Models.Logistic;

/// <summary>Coefficients (the intercept first) and whether Newton's method reached the minimum.</summary>
internal sealed record LogisticFit(double[] Coefficients, bool Converged, int Iterations)
{
    private const int MostIterations = 100;
    private const int MostHalvings = 40;

    /// <summary>
    /// Newton's method from β = 0, each step halved until the objective does not rise, stopped by the Newton decrement
    /// (Boyd and Vandenberghe 2004, algorithm 9.5); the last step is too short for the objective to tell, and taken whole.
    /// </summary>
    internal static LogisticFit Of(DesignMatrix design, bool[] outcomes, double ridge)
    {
        var objective = new LogisticObjective(design, outcomes, ridge);
        var size = objective.Dimension;
        var (at, gradient, hessian) = (new double[size], new double[size], new double[size * size]);
        var value = objective.Value(at);
        for (var iteration = 1; iteration <= MostIterations; iteration++)
        {
            objective.Derivatives(at, gradient, hessian);
            if (Direction(gradient, hessian) is not { } direction) return new LogisticFit(at, false, iteration);
            var decrement = -gradient.Zip(direction, (slope, step) => slope * step).Sum();
            if (decrement / 2 <= 1e-13 * Math.Abs(value)) return new LogisticFit(Moved(at, direction, 1), true, iteration);
            var (next, lower) = Step(objective, at, value, direction);
            if (ReferenceEquals(next, at)) return new LogisticFit(at, false, iteration);
            (at, value) = (next, lower);
        }
        return new LogisticFit(at, false, MostIterations);
    }

    private static double[]? Direction(double[] gradient, double[] hessian)
    {
        var size = gradient.Length;
        var matrix = Matrix<double>.Build.Dense(size, size, (i, j) => hessian[Math.Max(i, j) * size + Math.Min(i, j)]);
        try
        {
            var direction = matrix.Cholesky().Solve(-Vector<double>.Build.Dense(gradient)).ToArray();
            return Array.TrueForAll(direction, double.IsFinite) ? direction : null;
        }
        catch (ArgumentException)
        {
            return null; // MathNet's word for a matrix that is not positive definite.
        }
    }

    private static (double[] Point, double Value) Step(LogisticObjective objective, double[] from, double value, double[] direction)
    {
        var length = 1.0;
        for (var halving = 0; halving < MostHalvings; halving++, length /= 2)
        {
            var point = Moved(from, direction, length);
            var lower = objective.Value(point);
            if (lower <= value) return (point, lower);
        }
        return (from, value);
    }

    private static double[] Moved(double[] from, double[] direction, double length) =>
        from.Zip(direction, (at, step) => at + length * step).ToArray();
}
