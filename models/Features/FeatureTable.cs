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

    /// <summary>The table with more features.</summary>
    internal FeatureTable With(params (string Name, double[] Values)[] more) => this with
    {
        Names = [.. Names, .. more.Select(feature => feature.Name)],
        Columns = [.. Columns, .. more.Select(feature => feature.Values)],
    };

    /// <summary>A column of missing values, to be filled where something is known.</summary>
    internal double[] Missing()
    {
        var column = new double[Rows];
        Array.Fill(column, double.NaN);
        return column;
    }

    /// <summary>Without the features that say nothing: never known, or always the same.</summary>
    internal FeatureTable Telling()
    {
        var kept = Enumerable.Range(0, Names.Count).Where(i => Array.Exists(Columns[i], value => !value.Equals(Columns[i][0]))).ToArray();
        return new FeatureTable(Array.ConvertAll(kept, i => Names[i]), Array.ConvertAll(kept, i => Columns[i]), Rows);
    }

    /// <summary>The features so named alone; a name that the table lacks is passed over.</summary>
    internal FeatureTable Only(params string[] names)
    {
        var kept = Enumerable.Range(0, Names.Count).Where(i => names.Contains(Names[i], StringComparer.Ordinal)).ToArray();
        return new FeatureTable(Array.ConvertAll(kept, i => Names[i]), Array.ConvertAll(kept, i => Columns[i]), Rows);
    }
}
