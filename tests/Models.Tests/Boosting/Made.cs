using Analytics.Models.Boosting;
using Analytics.Models.Evaluation;
using Analytics.Models.Features;
using Analytics.Models.Logistic;

namespace Analytics.Models.Tests.Boosting;

/// <summary>Rows whose truth is known: a step, an interaction, a flag, missing values, and noise.</summary>
internal static class Made
{
    /// <summary>The log-odds from which row i's target was drawn.</summary>
    internal static double Truth(TrainingRows rows, int i)
    {
        var columns = rows.Features.Columns;
        return (columns[0][i] > 0.3 ? 2 : -1) + 2 * columns[1][i] * columns[2][i] - (double.IsNaN(columns[3][i]) ? 1 : 0);
    }

    internal static TrainingRows Rows(int rows, ulong seed = 1)
    {
        var random = new SplitMix64(seed);
        var columns = Enumerable.Range(0, 5).Select(_ => new double[rows]).ToArray();
        var targets = new double[rows];
        var made = new TrainingRows(new FeatureTable(["step", "slope", "level", "gaps", "noise"], columns, rows), targets);
        for (var i = 0; i < rows; i++)
        {
            for (var f = 0; f < 5; f++) columns[f][i] = 2 * random.Uniform() - 1;
            columns[2][i] = Math.Floor(3 * random.Uniform());
            if (i % 10 == 0) columns[3][i] = double.NaN;
            targets[i] = random.Uniform() < Sigmoid.Of(Truth(made, i)) ? 1 : 0;
        }
        return made;
    }

    internal static TrainingRows Rows(double[] targets, params double[][] columns) =>
        new(new FeatureTable(columns.Select((_, f) => $"f{f}").ToList(), columns, targets.Length), targets);
}
