using Analytics.Models.Features;
using static Analytics.Models.Explanation.Languages;

namespace Analytics.Models.Explanation;

/// <summary>
/// The features that moved a customer's score the most. Those that say how its silence compares with its rhythm are one reason, in words; so are
/// those that count its complaints, or what it brought, told by one of them.
/// </summary>
internal static class ChurnReasons
{
    private const string Rhythm = "overdue";
    private const string Recency = "recency";
    private const string UsualGap = "usual_gap";
    private const string LastGap = "last_gap_ratio";
    private const string Amounts = PotentialPanel.AmountRecent;
    private const string Complaints = "complaints";
    private static readonly string[] s_rhythm =
        [Rhythm, Recency, UsualGap, "overdue_longest", "silence_chance", LastGap, LifetimeFeatures.Silence, LifetimeFeatures.Purchases];

    private static readonly string[] s_amounts = [Amounts, "revenue_recent", "basket", PotentialPanel.AmountExpected, PotentialPanel.TopExpected];

    internal static List<Reason> Of(CustomerPanel panel, FeatureTable features, int row, double[] contributions, Question question, int most)
    {
        var merged = features.Names.Contains(UsualGap, StringComparer.Ordinal) && features.Names.Contains(Recency, StringComparer.Ordinal);
        return Enumerable.Range(0, contributions.Length)
            .Where(feature => contributions[feature] != 0)
            .GroupBy(feature => Group(features, features.Names[feature], merged), StringComparer.Ordinal)
            .Select(group => (Feature: group.Key, Parts: group.ToArray(), Contribution: group.Sum(feature => contributions[feature])))
            .OrderByDescending(reason => Math.Abs(reason.Contribution))
            .ThenBy(reason => reason.Feature, StringComparer.Ordinal)
            .Select(reason => merged && reason.Feature == Rhythm ? OfRhythm(reason.Parts, reason.Contribution)
                : reason.Feature == Complaints ? Strongest(reason.Parts, reason.Contribution)
                : Plain(panel, reason.Feature, Value(features, reason.Feature, row), reason.Contribution))
            .OfType<Reason>()
            .Take(most)
            .ToList();

        // Silence beside the usual gap where the two speak for what the rhythm did to the score; else the part of the rhythm that did it; nothing where that has no words.
        Reason? OfRhythm(int[] parts, double contribution)
        {
            var (days, gap) = (Value(features, Recency, row), Value(features, UsualGap, row));
            return !double.IsFinite(gap) || days > gap == (contribution > 0 == question.GrowsWithSilence)
                ? Silence(days, gap, contribution)
                : Strongest(Array.FindAll(parts, part => features.Names[part] is UsualGap or LastGap or Recency && double.IsFinite(features.Columns[part][row])), contribution);
        }

        Reason? Strongest(int[] parts, double contribution) => parts
            .Where(part => contributions[part] * contribution > 0)
            .OrderByDescending(part => Math.Abs(contributions[part]))
            .Select(part => Plain(panel, features.Names[part], features.Columns[part][row], contribution))
            .FirstOrDefault();
    }

    private static string Group(FeatureTable features, string name, bool merged) =>
        merged && s_rhythm.Contains(name, StringComparer.Ordinal) ? Rhythm
        : s_amounts.Contains(name, StringComparer.Ordinal) && features.Names.Contains(Amounts, StringComparer.Ordinal) ? Amounts
        : name.StartsWith(Complaints, StringComparison.Ordinal) ? Complaints
        : name;

    private static Reason Silence(double days, double gap, double contribution) => days < 1
        ? new Reason(Rhythm, null, contribution, "ordered on the very last day", "a commandé le tout dernier jour")
        : double.IsFinite(gap)
        ? new Reason(Rhythm, null, contribution,
            string.Create(English, $"silent for {days:N0} {Unit(days, "day", "days")}, its usual gap is {Whole(gap):0.#}"),
            string.Create(French, $"silence de {days:N0} {Unit(days, "jour", "jours")}, rythme habituel de {Whole(gap):0.#}"))
        : new Reason(Rhythm, null, contribution,
            string.Create(English, $"{days:N0} {Unit(days, "day", "days")} since its only order"),
            string.Create(French, $"{days:N0} {Unit(days, "jour", "jours")} depuis sa seule commande"));

    /// <summary>Half a day is no news in a rhythm of ten days or more.</summary>
    private static double Whole(double gap) => gap < 10 ? gap : Math.Round(gap, MidpointRounding.AwayFromZero);

    /// <summary>What is measured and its value, or in words that nothing was.</summary>
    private static Reason Plain(CustomerPanel panel, string feature, double value, double contribution)
    {
        var label = panel.LabelOf(feature);
        return double.IsFinite(value)
            ? new Reason(feature, Math.Round(value, 2), contribution, label.En, label.Fr)
            : new Reason(feature, null, contribution, label.AbsentEn ?? $"{label.En}: not known", label.AbsentFr ?? $"{label.Fr}\u00a0: non connu");
    }

    private static string Unit(double days, string one, string several) => days < 2 ? one : several;

    private static double Value(FeatureTable features, string name, int row) =>
        features.Columns[Enumerable.Range(0, features.Names.Count).First(i => features.Names[i] == name)][row];
}
