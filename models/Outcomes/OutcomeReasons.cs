using System.Globalization;
using Analytics.Models.Explanation;
using Analytics.Models.Features;

namespace Analytics.Models;

/// <summary>The columns that moved a customer's chance the most, in the words of its table.</summary>
internal static class OutcomeReasons
{
    internal static List<Reason> Of(TraitTable traits, FeatureTable features, int row, ChurnModel model, int most)
    {
        var contributions = model.Contributions(features, row);
        return [.. Enumerable.Range(0, contributions.Length)
            .Where(at => contributions[at] != 0)
            .OrderByDescending(at => Math.Abs(contributions[at])).ThenBy(at => at)
            .Take(most)
            .Select(at => Of(traits.Columns[at], features.Columns[at][row], contributions[at]))];
    }

    private static Reason Of(TraitColumn column, double value, double contribution)
    {
        var (en, fr) = !double.IsFinite(value) ? ("unknown", "inconnu")
            : column.IsWords ? (column.Words[(int)value], column.Words[(int)value])
            : (Number(value, Languages.English), Number(value, Languages.French));
        return new(column.Name, column.IsWords || !double.IsFinite(value) ? null : value, contribution, $"{column.Name}: {en}", $"{column.Name}\u00a0: {fr}");
    }

    private static string Number(double value, CultureInfo culture) => value.ToString(value == Math.Floor(value) ? "N0" : "N2", culture);
}
