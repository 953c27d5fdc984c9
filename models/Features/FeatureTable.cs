namespace Analytics.Models.Features;

/// <summary>Numeric features by column; NaN is a missing value.</summary>
internal sealed record FeatureTable(IReadOnlyList<string> Names, double[][] Columns, int Rows)
{
    /// <summary>The given rows, in the given order.</summary>
    internal FeatureTable Take(int[] rows) => this with
    {
        Columns = Array.ConvertAll(Columns, column => Array.ConvertAll(rows, row => column[row])),
        Rows = rows.Length,
    };

    /// <summary>The features so named alone; a name that the table lacks is passed over.</summary>
    internal FeatureTable Only(params string[] names)
    {
        var kept = Enumerable.Range(0, Names.Count).Where(i => names.Contains(Names[i], StringComparer.Ordinal)).ToArray();
        return new FeatureTable(Array.ConvertAll(kept, i => Names[i]), Array.ConvertAll(kept, i => Columns[i]), Rows);
    }
}
