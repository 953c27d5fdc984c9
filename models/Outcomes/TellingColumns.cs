using Analytics.Models.Evaluation;

namespace Analytics.Models;

/// <summary>What a column tells of the outcome by itself.</summary>
internal sealed record TellingColumn(string Name, double Auc);

/// <summary>How well each column alone tells who left: its values in at most twenty groups, ordered by the share of the other customers of the group that left.</summary>
internal static class TellingColumns
{
    private const int Groups = 20;
    private const int Parts = 5;

    /// <summary>From here on a column does not foretell the outcome: it is another name for it, or was written after it.</summary>
    internal const double Certain = 0.99;

    /// <summary>The most telling first.</summary>
    internal static IReadOnlyList<TellingColumn> Of(TraitTable traits, bool[] left) =>
        [.. traits.Columns.Select(column => new TellingColumn(column.Name, Auc(column, left, Dealing.Of(left, Parts, 1)))).OrderByDescending(column => column.Auc).ThenBy(column => column.Name, StringComparer.Ordinal)];

    /// <summary>Of few customers, groups told by their own outcomes would tell anything.</summary>
    private static double Auc(TraitColumn column, bool[] left, int[] parts)
    {
        var groups = column.IsWords ? Array.ConvertAll(column.Values, value => double.IsFinite(value) ? (int)value : -1) : Grouped(column.Values);
        var areas = Enumerable.Range(0, Parts).Select(part =>
        {
            var (held, rest) = (Dealing.Rows(parts, one => one == part), Dealing.Rows(parts, one => one != part));
            var rates = rest.GroupBy(row => groups[row]).ToDictionary(group => group.Key, group => group.Average(row => left[row] ? 1.0 : 0));
            var usual = rest.Average(row => left[row] ? 1.0 : 0);
            return new Ranking(Array.ConvertAll(held, row => rates.GetValueOrDefault(groups[row], usual)), Array.ConvertAll(held, row => left[row])).RocAuc([.. Enumerable.Repeat(1, held.Length)]);
        });
        return areas.Average();
    }

    private static int[] Grouped(double[] values)
    {
        var known = values.Where(double.IsFinite).Order().ToArray();
        var cuts = Enumerable.Range(1, Groups - 1).Select(cut => Bootstrap.Quantile(known, cut / (double)Groups)).Distinct().ToArray();
        return Array.ConvertAll(values, value => double.IsFinite(value) ? cuts.Count(cut => value > cut) : -1);
    }
}
