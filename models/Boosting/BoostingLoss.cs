using Analytics.Models.Logistic;

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

    internal static BoostingLoss Named(string name) =>
        Array.Find([Log, Squared, Poisson], loss => string.Equals(loss.Name, name, StringComparison.Ordinal))
        ?? throw new ArgumentException($"There is no loss '{name}': log, squared or poisson.", nameof(name));

    /// <summary>The constant score that is best for targets of this mean.</summary>
    internal abstract double Start(double mean);

    internal abstract double Prediction(double score);

    internal abstract double Value(double target, double score);

    internal abstract (double First, double Second) Derivatives(double target, double score);

    /// <summary>Derivatives of many rows: one virtual call for all of them.</summary>
    internal abstract void Derive(ReadOnlySpan<double> targets, ReadOnlySpan<double> scores, Span<double> first, Span<double> second);

    private sealed record LogLoss() : BoostingLoss("log")
    {
        internal override double Start(double mean) => Sigmoid.LogOdds(Math.Clamp(mean, 1e-9, 1 - 1e-9));

        internal override double Prediction(double score) => Sigmoid.Of(score);

        internal override double Value(double target, double score) => Sigmoid.Softplus(score) - target * score;

        internal override (double First, double Second) Derivatives(double target, double score)
        {
            var probability = 1 / (1 + Math.Exp(-score));
            return (probability - target, probability * (1 - probability));
        }

        internal override void Derive(ReadOnlySpan<double> targets, ReadOnlySpan<double> scores, Span<double> first, Span<double> second)
        {
            for (var i = 0; i < targets.Length; i++) (first[i], second[i]) = Derivatives(targets[i], scores[i]);
        }
    }

    private sealed record SquaredLoss() : BoostingLoss("squared")
    {
        internal override double Start(double mean) => mean;

        internal override double Prediction(double score) => score;

        internal override double Value(double target, double score) => (score - target) * (score - target) / 2;

        internal override (double First, double Second) Derivatives(double target, double score) => (score - target, 1);

        internal override void Derive(ReadOnlySpan<double> targets, ReadOnlySpan<double> scores, Span<double> first, Span<double> second)
        {
            for (var i = 0; i < targets.Length; i++) (first[i], second[i]) = Derivatives(targets[i], scores[i]);
        }
    }

    private sealed record PoissonLoss() : BoostingLoss("poisson")
    {
        internal override double Start(double mean) => Math.Log(Math.Max(mean, 1e-9));

        internal override double Prediction(double score) => Math.Exp(score);

        internal override double Value(double target, double score) => Math.Exp(score) - target * score;

        internal override (double First, double Second) Derivatives(double target, double score) => (Math.Exp(score) - target, Math.Exp(score));

        internal override void Derive(ReadOnlySpan<double> targets, ReadOnlySpan<double> scores, Span<double> first, Span<double> second)
        {
            for (var i = 0; i < targets.Length; i++) (first[i], second[i]) = Derivatives(targets[i], scores[i]);
        }
    }
}
