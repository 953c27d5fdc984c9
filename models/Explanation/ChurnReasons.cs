using Analytics.Models.Features;
using static Analytics.Models.Explanation.Languages;

namespace Analytics.Models.Explanation;

/// <summary>
/// The features that moved a customer's score the most. Those that say how its silence compares with its rhythm are one reason, in words.
/// </summary>
internal static class ChurnReasons
{
    private const string Rhythm = "overdue";
    private const string Amounts = PotentialPanel.AmountRecent;
    private static readonly string[] s_rhythm =
        [Rhythm, "recency", "usual_gap", "overdue_longest", "silence_chance", "last_gap_ratio", LifetimeFeatures.Silence, LifetimeFeatures.Purchases];

    private static readonly string[] s_amounts = [Amounts, "revenue_recent", "basket", PotentialPanel.AmountExpected, PotentialPanel.TopExpected];

    internal static List<Reason> Of(CustomerPanel panel, FeatureTable features, int row, double[] contributions, int most)
    {
        var merged = features.Names.Contains("usual_gap", StringComparer.Ordinal) && features.Names.Contains("recency", StringComparer.Ordinal);
        return Enumerable.Range(0, contributions.Length)
            .Where(feature => contributions[feature] != 0)
            .GroupBy(feature => Group(features, features.Names[feature], merged), StringComparer.Ordinal)
            .Select(group => (Feature: group.Key, Contribution: group.Sum(feature => contributions[feature])))
            .OrderByDescending(reason => Math.Abs(reason.Contribution))
            .ThenBy(reason => reason.Feature, StringComparer.Ordinal)
            .Take(most)
            .Select(reason => merged && reason.Feature == Rhythm
                ? Silence(Value(features, "recency", row), Value(features, "usual_gap", row), reason.Contribution)
                : reason.Feature == Amounts ? Brought(panel, Value(features, Amounts, row), reason.Contribution)
                : Plain(panel, reason.Feature, Value(features, reason.Feature, row), reason.Contribution))
            .ToList();
    }

    private static string Group(FeatureTable features, string name, bool merged) =>
        merged && s_rhythm.Contains(name, StringComparer.Ordinal) ? Rhythm
        : s_amounts.Contains(name, StringComparer.Ordinal) && features.Names.Contains(Amounts, StringComparer.Ordinal) ? Amounts
        : name;

    private static Reason Brought(CustomerPanel panel, double amount, double contribution) => new(Amounts, null, contribution,
        string.Create(English, $"brought {amount:N0} in the last {panel.HorizonDays} days"),
        string.Create(French, $"a apporté {amount:N0} sur les {panel.HorizonDays} derniers jours"));

    private static Reason Silence(double days, double gap, double contribution) => double.IsFinite(gap)
        ? new Reason(Rhythm, null, contribution,
            string.Create(English, $"silent for {days:N0} {Unit(days, "day", "days")}, its usual gap is {gap:0.#}"),
            string.Create(French, $"silence de {days:N0} {Unit(days, "jour", "jours")}, rythme habituel de {gap:0.#}"))
        : new Reason(Rhythm, null, contribution,
            string.Create(English, $"{days:N0} {Unit(days, "day", "days")} since its only order"),
            string.Create(French, $"{days:N0} {Unit(days, "jour", "jours")} depuis sa seule commande"));

    private static Reason Plain(CustomerPanel panel, string feature, double value, double contribution)
    {
        var label = panel.LabelOf(feature);
        return new Reason(feature, double.IsFinite(value) ? Math.Round(value, 2) : null, contribution, label.En, label.Fr);
    }

    private static string Unit(double days, string one, string several) => days < 2 ? one : several;

    private static double Value(FeatureTable features, string name, int row) =>
        features.Columns[Enumerable.Range(0, features.Names.Count).First(i => features.Names[i] == name)][row];
}
