using Analytics.Models.Explanation;
using Analytics.Models.Features;

namespace Analytics.Models;

/// <summary>The winner, refitted on every labelled cutoff, and its scores at the as-of date.</summary>
internal sealed record ChurnFinal(Contender Contender, ChurnModel Model, bool Converged, double BaseRate, IReadOnlyList<ChurnScore> Scores)
{
    internal static ChurnFinal Train(CustomerPanel panel, TestedContender winner, Question question, ChurnOptions options)
    {
        var labelled = panel.LabelledRows();
        var trained = Contenders.Train(panel.Features.Take(labelled), panel.OutcomesOf(labelled), question, options);
        var (contender, model, converged) = trained.Single(one => one.Contender == winner.Contender);
        if (!converged) contender = trained[0].Contender;
        else if (winner.Correction.IsUsed) model = new CorrectedChurn(model, winner.Correction.Calibrator);
        var rows = panel.AsOfRows();
        var features = panel.Features.Take(rows);
        var probabilities = model.Predict(features);
        var explained = Enumerable.Range(0, rows.Length).OrderByDescending(i => probabilities[i]).ThenBy(i => i).Take(options.MostExplained).ToHashSet();
        var scores = rows.Select((row, i) => new ChurnScore(
            panel.AccountIds[row],
            panel.AsOf,
            panel.HorizonDays,
            probabilities[i],
            explained.Contains(i) ? ChurnReasons.Of(panel, features, i, model.Contributions(features, i), question, options.Reasons) : [],
            contender.Name));
        return new ChurnFinal(contender, model, converged, trained[0].Model.Predict(panel.Features.Take([0]))[0], scores.ToList());
    }
}
