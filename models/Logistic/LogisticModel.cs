using Analytics.Models.Features;

namespace Analytics.Models.Logistic;

/// <summary>A fitted logistic regression over named features: it takes raw features and gives probabilities.</summary>
internal sealed record LogisticModel(InputScaling Scaling, LogisticFit Fit)
{
    internal static LogisticModel Train(FeatureTable features, bool[] outcomes, double ridge)
    {
        var scaling = InputScaling.Learn(features);
        return new LogisticModel(scaling, LogisticFit.Of(scaling.Apply(features), outcomes, ridge));
    }

    internal double[] Predict(FeatureTable features)
    {
        var design = Scaling.Apply(features);
        var probabilities = new double[design.Rows];
        for (var row = 0; row < probabilities.Length; row++)
        {
            var logOdds = Fit.Coefficients[0];
            var inputs = design.Row(row);
            for (var j = 0; j < inputs.Length; j++) logOdds += Fit.Coefficients[j + 1] * inputs[j];
            probabilities[row] = Sigmoid.Of(logOdds);
        }
        return probabilities;
    }

    /// <summary>
    /// What each feature adds to a customer's log-odds against the mean training customer; with the intercept they sum to the log-odds.
    /// </summary>
    internal double[] Contributions(FeatureTable features, int row)
    {
        var contributions = new double[features.Columns.Length];
        for (var j = 0; j < Scaling.Inputs.Count; j++)
        {
            var input = Scaling.Inputs[j];
            contributions[input.Feature] += Fit.Coefficients[j + 1] * input.Of(features.Columns[input.Feature][row]);
        }
        return contributions;
    }
}
