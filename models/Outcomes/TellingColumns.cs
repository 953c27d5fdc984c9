using Analytics.Models.Evaluation;

namespace Analytics.Models;

/// <summary>What a column tells of the outcome by itself.</summary>
internal sealed record TellingColumn(string Name, double Auc);

/// <summary>How well each column alone tells who left: its values in at most twenty groups, ordered by the share that left.</summary>
internal static class TellingColumns
{
    private const int Groups = 20;

    /// <summary>From here on a column does not foretell the outcome: it is another name for it, or was written after it.</summary>
    internal const double Certain = 0.99;

    /// <summary>The most telling first.</summary>
    internal static IReadOnlyList<TellingColumn> Of(TraitTable traits, bool[] left) =>
        [.. traits.Columns.Select(column => new TellingColumn(column.Name, Auc(column, left))).OrderByDescending(column => column.Auc).ThenBy(column => column.Name, StringComparer.Ordinal)];

    private static double Auc(TraitColumn column, bool[] left)
    {
        var groups = column.IsWords ? Array.ConvertAll(column.Values, value => double.IsFinite(value) ? (int)value : -1) : Grouped(column.Values);
        var rates = Enumerable.Range(0, left.Length).GroupBy(row => groups[row]).ToDictionary(group => group.Key, group => group.Average(row => left[row] ? 1.0 : 0));
        return new Ranking(Array.ConvertAll(groups, group => rates[group]), left).RocAuc([.. Enumerable.Repeat(1, left.Length)]);
    }

    private static int[] Grouped(double[] values)
    {
        var known = values.Where(double.IsFinite).Order().ToArray();
        var cuts = Enumerable.Range(1, Groups - 1).Select(cut => Bootstrap.Quantile(known, cut / (double)Groups)).Distinct().ToArray();
        return Array.ConvertAll(values, value => double.IsFinite(value) ? cuts.Count(cut => value > cut) : -1);
    }
}
