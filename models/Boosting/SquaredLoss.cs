namespace Analytics.Models.Boosting;

internal sealed record SquaredLoss() : BoostingLoss("squared")
{
    internal override (double Least, double Greatest) Targets => (double.MinValue, double.MaxValue);

    internal override double Start(double mean) => mean;

    internal override double Prediction(double score) => score;

    internal override double Value(double target, double score) => (score - target) * (score - target) / 2;

    internal override (double First, double Second) Derivatives(double target, double score) => (score - target, 1);
}
