using Analytics.Models.Features;

namespace Analytics.Models;

/// <summary>What is known of each customer under one heading: a number, or the place of a word among Words; NaN where nothing is.</summary>
/// <param name="Words">The different words; none where the column holds numbers.</param>
public sealed record TraitColumn(string Name, double[] Values, IReadOnlyList<string> Words)
{
    /// <summary>Whether it holds words.</summary>
    public bool IsWords => Words.Count > 0;
}

/// <summary>A table of one row a customer.</summary>
public sealed record TraitTable(IReadOnlyList<TraitColumn> Columns, int Rows)
{
    internal FeatureTable Features => new([.. Columns.Select(column => column.Name)], [.. Columns.Select(column => column.Values)], Rows);

    internal IReadOnlyList<string> Categorical => [.. Columns.Where(column => column.IsWords).Select(column => column.Name)];
}
