using System.Globalization;

namespace Analytics.Models.Boosting;

/// <summary>What boosting lowers: a loss of the target and the raw score, with its first two derivatives in the score.</summary>
internal abstract record BoostingLoss(string Name)
{
    /// <summary>For yes-no targets; the raw score is the log-odds.</summary>
    internal static BoostingLoss Log { get; } = new LogLoss();

    /// <summary>For amounts; the raw score is the mean.</summary>
    internal static BoostingLoss Squared { get; } = new SquaredLoss();

    /// <summary>For counts; the raw score is the logarithm of the mean.</summary>
    internal static BoostingLoss Poisson { get; } = new PoissonLoss();

    /// <summary>For amounts that are often 0 (Jørgensen 1987): the variance goes with this power of the mean, between 1 and 2; the raw score is the logarithm of the mean.</summary>
    internal static BoostingLoss Tweedie(double power = 1.5) => new TweedieLoss(power);

    internal static BoostingLoss Named(string name) => name switch
    {
        "log" => Log,
        "squared" => Squared,
        "poisson" => Poisson,
        _ when name.StartsWith("tweedie ", StringComparison.Ordinal) && double.TryParse(name[8..], CultureInfo.InvariantCulture, out var power) => Tweedie(power),
        _ => throw new ArgumentException($"There is no loss '{name}': log, squared, poisson, or tweedie with its power.", nameof(name)),
    };

    /// <summary>The least and the greatest target that the loss allows.</summary>
    internal abstract (double Least, double Greatest) Targets { get; }

    /// <summary>The greatest sizes of both derivatives, where they are known beforehand.</summary>
    internal virtual (double First, double Second)? Bounds => null;

    /// <summary>The longest step upwards of a leaf before shrinkage: where the raw score is a logarithm, Newton's can overshoot without end.</summary>
    internal virtual double LongestStep => double.PositiveInfinity;

    /// <summary>The constant score that is best for targets of this mean.</summary>
    internal abstract double Start(double mean);

    internal abstract double Prediction(double score);

    internal abstract double Value(double target, double score);

    internal abstract (double First, double Second) Derivatives(double target, double score);

    /// <summary>Derivatives of many rows.</summary>
    internal virtual void Derive(ReadOnlySpan<double> targets, ReadOnlySpan<double> scores, Span<double> first, Span<double> second)
    {
        for (var i = 0; i < targets.Length; i++) (first[i], second[i]) = Derivatives(targets[i], scores[i]);
    }

    internal void Check(double[] targets)
    {
        foreach (var target in targets)
        {
            if (!double.IsFinite(target)) throw new ArgumentException("A target is not a finite number.", nameof(targets));
            if (target < Targets.Least || target > Targets.Greatest)
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"A target is {target}; the loss '{Name}' takes {Allowed}."), nameof(targets));
        }
    }

    private string Allowed => Targets.Greatest == 1 ? "numbers from 0 to 1" : "no negative numbers";
}
