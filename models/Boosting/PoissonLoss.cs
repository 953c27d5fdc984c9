namespace Analytics.Models.Boosting;

internal sealed record PoissonLoss() : BoostingLoss("poisson")
{
    internal override (double Least, double Greatest) Targets => (0, double.MaxValue);

    internal override double LongestStep => 1;

    internal override double Start(double mean) => Math.Log(Math.Max(mean, 1e-9));

    internal override double Prediction(double score) => Math.Exp(score);

    internal override double Value(double target, double score) => Math.Exp(score) - target * score;

    internal override (double First, double Second) Derivatives(double target, double score)
    {
        var mean = Exponential.Of(score);
        return (mean - target, mean);
    }
}
