using System.Globalization;

namespace Analytics.Models.Boosting;

internal sealed record TweedieLoss : BoostingLoss
{
    private readonly double _power;

    internal TweedieLoss(double power)
        : base(string.Create(CultureInfo.InvariantCulture, $"tweedie {power}"))
    {
        if (!(power > 1 && power < 2)) throw new ArgumentException("Tweedie's power lies between 1 (counts) and 2 (gamma), both excluded.", nameof(power));
        _power = power;
    }

    internal override (double Least, double Greatest) Targets => (0, double.MaxValue);

    internal override double LongestStep => 1;

    internal override double Start(double mean) => Math.Log(Math.Max(mean, 1e-9));

    internal override double Prediction(double score) => Math.Exp(score);

    internal override double Value(double target, double score) =>
        Math.Exp((2 - _power) * score) / (2 - _power) - target * Math.Exp((1 - _power) * score) / (1 - _power);

    internal override (double First, double Second) Derivatives(double target, double score)
    {
        var (mean, part) = (Exponential.Of((2 - _power) * score), target * Exponential.Of((1 - _power) * score));
        return (mean - part, (2 - _power) * mean - (1 - _power) * part);
    }
}
