using Analytics.Models.Boosting;
using Analytics.Models.Calibration;
using Analytics.Models.Explanation;
using Analytics.Models.Features;
using Analytics.Models.Logistic;

namespace Analytics.Models;

/// <summary>A trained contender: the log-odds of leaving, and what each feature of the whole table adds to them.</summary>
internal abstract record ChurnModel
{
    internal abstract double[] LogOdds(FeatureTable features);

    internal abstract double[] Contributions(FeatureTable features, int row);

    internal double[] Predict(FeatureTable features) => Array.ConvertAll(LogOdds(features), Sigmoid.Of);
}

/// <summary>A logistic regression on the features that it sees; on a single score it makes a probability of that score.</summary>
internal sealed record RegressionChurn(Func<FeatureTable, FeatureTable> See, LogisticModel Model) : ChurnModel
{
    internal override double[] LogOdds(FeatureTable features) => Array.ConvertAll(Model.Predict(See(features)), p => Sigmoid.LogOdds(Math.Clamp(p, 1e-12, 1 - 1e-12)));

    internal override double[] Contributions(FeatureTable features, int row)
    {
        var seen = See(features);
        var contributions = Model.Contributions(seen, row);
        return features.Names.Select(name => Enumerable.Range(0, seen.Names.Count).FirstOrDefault(i => seen.Names[i] == name, -1))
            .Select(i => i < 0 ? 0 : contributions[i])
            .ToArray();
    }
}

/// <summary>Boosted trees; their reasons are Shapley values.</summary>
internal sealed record TreesChurn(BoostedTrees Trees) : ChurnModel
{
    internal override double[] LogOdds(FeatureTable features) => Trees.Scores(features);

    internal override double[] Contributions(FeatureTable features, int row) =>
        TreeShap.Contributions(Trees, Array.ConvertAll(features.Columns, column => column[row]));
}

/// <summary>The mean log-odds of several models; their reasons are averaged too.</summary>
internal sealed record BlendChurn(IReadOnlyList<ChurnModel> Models) : ChurnModel
{
    internal override double[] LogOdds(FeatureTable features) => Mean(Models.Select(model => model.LogOdds(features)).ToList());

    internal override double[] Contributions(FeatureTable features, int row) => Mean(Models.Select(model => model.Contributions(features, row)).ToList());

    private static double[] Mean(List<double[]> values) => values[0].Select((_, i) => values.Average(one => one[i])).ToArray();
}

/// <summary>A model whose log-odds are corrected; its reasons are scaled alike, so that they still add up to what is shown.</summary>
internal sealed record CorrectedChurn(ChurnModel Model, Calibrator Calibrator) : ChurnModel
{
    internal override double[] LogOdds(FeatureTable features) => Array.ConvertAll(Model.LogOdds(features), Calibrator.Of);

    internal override double[] Contributions(FeatureTable features, int row)
    {
        var contributions = Model.Contributions(features, row);
        var (raw, moved) = (Model.LogOdds(features.Take([row]))[0], contributions.Sum());
        if (moved == 0) return contributions;
        var scale = (Calibrator.Of(raw) - Calibrator.Of(raw - moved)) / moved;
        return Array.ConvertAll(contributions, contribution => contribution * scale);
    }
}
