using Analytics.Models.Evaluation;
using Analytics.Models.Features;
using static Analytics.Models.Explanation.Languages;

namespace Analytics.Models.Explanation;

/// <summary>The sentence that stands in for scores where the history cannot bear a test, naming what is missing.</summary>
internal static class ChurnRefusal
{
    internal static Bilingual? Of(CustomerPanel panel, TimeSplit? split, ChurnOptions options)
    {
        if (split is null) return NothingLabelled(panel);
        if (split.TrainRows.Length == 0) return NothingEarlier(panel, split);
        var churned = panel.OutcomesOf(split.TrainRows).Count(left => left);
        var kept = split.TrainRows.Length - churned;
        return Math.Min(churned, kept) < options.FewestOfEach ? TooFew(split, churned, kept, options.FewestOfEach) : null;
    }

    private static Bilingual NothingLabelled(CustomerPanel panel) => new(
        string.Create(English, $"No churn score: no past date has customers whose next {panel.LearntDays} days are known. Missing: orders going back at least {2 * panel.LearntDays} days before {panel.AsOf:d}."),
        string.Create(French, $"Pas de score d’attrition\u00a0: à aucune date passée on ne connaît les {panel.LearntDays} jours suivants de clients actifs. Il manque\u00a0: des commandes remontant à au moins {2 * panel.LearntDays} jours avant le {panel.AsOf:d}."));

    private static Bilingual NothingEarlier(CustomerPanel panel, TimeSplit split)
    {
        var needed = split.TestCutoff.AddDays(-2 * panel.LearntDays);
        return new(
            string.Create(English, $"No churn score: outcomes are known for {split.TestCutoff:d}, but for no date {panel.LearntDays} days or more before it, so nothing can be trained and then tested. Missing: orders from {needed:d} on."),
            string.Create(French, $"Pas de score d’attrition\u00a0: on connaît la suite au {split.TestCutoff:d}, mais à aucune date antérieure d’au moins {panel.LearntDays} jours\u00a0; on ne peut donc pas apprendre puis vérifier. Il manque\u00a0: les commandes depuis le {needed:d}."));
    }

    private static Bilingual TooFew(TimeSplit split, int churned, int kept, int fewest) => new(
        string.Create(English, $"No churn score: up to {split.TrainCutoffs[^1]:d}, {churned:N0} customers that left and {kept:N0} that stayed are known; {fewest:N0} of each are needed. Missing: {Shortage(churned, fewest, "that left", kept, "that stayed", "and")}, so a longer history or more customers."),
        string.Create(French, $"Pas de score d’attrition\u00a0: jusqu’au {split.TrainCutoffs[^1]:d}, on connaît {churned:N0} clients partis et {kept:N0} restés\u00a0; il en faut {fewest:N0} de chaque. Il manque\u00a0: {Shortage(churned, fewest, "partis", kept, "restés", "et")}, donc un historique plus long ou plus de clients."));

    private static string Shortage(int churned, int fewest, string left, int kept, string stayed, string and)
    {
        var parts = new List<string>();
        if (churned < fewest) parts.Add(string.Create(English, $"{fewest - churned} {left}"));
        if (kept < fewest) parts.Add(string.Create(English, $"{fewest - kept} {stayed}"));
        return string.Join($" {and} ", parts);
    }
}
