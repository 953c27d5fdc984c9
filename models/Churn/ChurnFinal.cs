using Analytics.Models.Features;
using Analytics.Models.Logistic;

namespace Analytics.Models;

/// <summary>The winner, refitted on every labelled cutoff, and its scores at the as-of date.</summary>
internal sealed record ChurnFinal(Contender Contender, LogisticModel Model, bool Converged, IReadOnlyList<string> Features, IReadOnlyList<ChurnScore> Scores)
{
    internal static ChurnFinal Train(CustomerPanel panel, TestedContender winner, ChurnOptions options)
    {
        var labelled = panel.LabelledRows();
        var contender = winner.Contender;
        var (model, converged) = contender.Train(panel.Features.Take(labelled), panel.OutcomesOf(labelled), options.Ridge);
        if (!converged) contender = Contender.BaseRate;
        var rows = panel.AsOfRows();
        var seen = contender.See(panel.Features.Take(rows));
        var probabilities = model.Predict(seen);
        var scores = rows.Select((row, i) => new ChurnScore(
            panel.AccountIds[row],
            panel.AsOf,
            panel.HorizonDays,
            probabilities[i],
            Reasons(panel, model, seen, i, options.Reasons),
            contender.Name));
        return new ChurnFinal(contender, model, converged, seen.Names, scores.ToList());
    }

    private static List<Reason> Reasons(CustomerPanel panel, LogisticModel model, FeatureTable features, int row, int most)
    {
        var contributions = model.Contributions(features, row);
        return Enumerable.Range(0, contributions.Length)
            .Where(feature => contributions[feature] != 0)
            .OrderByDescending(feature => Math.Abs(contributions[feature]))
            .ThenBy(feature => feature)
            .Take(most)
            .Select(feature => Reason(panel, features.Names[feature], features.Columns[feature][row], contributions[feature]))
            .ToList();
    }

    private static Reason Reason(CustomerPanel panel, string feature, double value, double contribution)
    {
        var label = panel.LabelOf(feature);
        return new Reason(feature, double.IsFinite(value) ? value : null, contribution, label.En, label.Fr);
    }
}
