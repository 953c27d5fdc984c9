namespace Analytics.Pipeline;

/// <summary>What became of one file of the exports; rows read = rows kept + rows rejected.</summary>
/// <param name="Table">The canonical table that it was taken for; null where it is no table that we know.</param>
/// <param name="Note">Why it was left out: a code such as <c>format_not_read</c>; null where it was read.</param>
public sealed record FileReport(
    string File, string? Table, string? Crm, string Encoding, string? Separator,
    long RowsRead, long RowsKept, long RowsRejected, string? Note = null)
{
    /// <summary>The file's headers and what each was taken for.</summary>
    public IReadOnlyList<ColumnReport> Columns { get; init; } = [];
}

/// <summary>A header, the canonical column that it fills (null where left out), and how sure that is: understood, guessed or ignored.</summary>
/// <param name="Confidence">From 0 to 1; 0 where left out.</param>
public sealed record ColumnReport(string Header, string? Column, string Decision, double Confidence = 0)
{
    /// <summary>Why it was left out: <c>less_clear</c>, <c>values_differ</c>, <c>unreadable</c>, <c>not_in_mapping</c>; null where no column goes by it.</summary>
    public string? Reason { get; init; }

    /// <summary>The column that it would have been.</summary>
    public string? Candidate { get; init; }

    /// <summary>How its values are spelled: "dd/mm/yyyy", "1 234,56"; empty for text.</summary>
    public string Format { get; init; } = "";

    /// <summary>Where its dates would read day first as well as month first, what was followed: "folder", its other files, or "none"; null where they tell themselves.</summary>
    public string? DayOrder { get; init; }
}
