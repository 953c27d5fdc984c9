using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Analytics.Models.Logistic;

namespace Analytics.Models.Boosting;

internal sealed record LogLoss() : BoostingLoss("log")
{
    internal override (double Least, double Greatest) Targets => (0, 1);

    internal override (double First, double Second)? Bounds => (1, 0.25);

    internal override double Start(double mean) => Sigmoid.LogOdds(Math.Clamp(mean, 1e-9, 1 - 1e-9));

    internal override double Prediction(double score) => Sigmoid.Of(score);

    internal override double Value(double target, double score) => Sigmoid.Softplus(score) - target * score;

    internal override (double First, double Second) Derivatives(double target, double score)
    {
        var probability = 1 / (1 + Exponential.Of(-score));
        return (probability - target, probability * (1 - probability));
    }

    /// <summary>Four rows at once, to the same bits.</summary>
    internal override void Derive(ReadOnlySpan<double> targets, ReadOnlySpan<double> scores, Span<double> first, Span<double> second)
    {
        var happened = MemoryMarshal.Cast<double, Vector256<double>>(targets);
        var raw = MemoryMarshal.Cast<double, Vector256<double>>(scores);
        var firsts = MemoryMarshal.Cast<double, Vector256<double>>(first);
        var seconds = MemoryMarshal.Cast<double, Vector256<double>>(second);
        for (var i = 0; i < raw.Length; i++)
        {
            var probability = Vector256<double>.One / (Vector256<double>.One + Exponential.Of(-raw[i]));
            firsts[i] = probability - happened[i];
            seconds[i] = probability * (Vector256<double>.One - probability);
        }
        var done = raw.Length * Vector256<double>.Count;
        base.Derive(targets[done..], scores[done..], first[done..], second[done..]);
    }
}
