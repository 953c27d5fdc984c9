namespace Analytics.Pipeline;

/// <summary>What the cells of a column of customers are.</summary>
public enum CustomerColumnKind
{
    /// <summary>Numbers.</summary>
    Number,

    /// <summary>Days, held as days before the column's latest one.</summary>
    Day,

    /// <summary>Words, held as places in the list of the column's different words.</summary>
    Words,
}

/// <summary>A column of a table of customers; a value a row, NaN where the cell is blank or does not read.</summary>
/// <param name="Words">The different words, sorted; none where the column holds numbers or days.</param>
public sealed record CustomerColumn(string Name, CustomerColumnKind Kind, double[] Values, IReadOnlyList<string> Words)
{
    /// <summary>The cell as people read it; null where there is none.</summary>
    public string? TextOf(int row) => double.IsNaN(Values[row]) ? null
        : Kind == CustomerColumnKind.Words ? Words[(int)Values[row]]
        : Values[row].ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Whether every row has a value of its own.</summary>
    internal bool IsDistinct => Array.TrueForAll(Values, double.IsFinite) && Values.Distinct().Count() == Values.Length;
}
