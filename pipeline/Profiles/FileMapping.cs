namespace Analytics.Pipeline.Profiles;

/// <summary>What a file was taken for: its canonical table, and what each header means.</summary>
internal sealed record FileMapping(CanonicalTable Table, string Crm, IReadOnlyList<HeaderMapping> Headers)
{
    /// <summary>The order of day and month that a person wrote down; null lets the values decide.</summary>
    public bool? DayFirst { get; init; }

    /// <summary>The order in the folder's other files, for dates that would read both ways.</summary>
    public bool? DayFirstElsewhere { get; init; }

    /// <summary>The decimal mark that a person wrote down; null lets the values decide.</summary>
    public bool? DecimalComma { get; init; }

    public IEnumerable<HeaderMapping> Used => Headers.Where(h => h.Column is not null);

    /// <summary>The table's required columns that the file has, or has the parts of.</summary>
    public IEnumerable<string> Required => Table.Required.Where(r => Table.Gives(r, Used.Select(h => h.Column!).ToHashSet(StringComparer.Ordinal)));
}

/// <param name="Index">Position of the header in the file, from 0.</param>
/// <param name="Column">Canonical column, or null where the header is left out.</param>
/// <param name="Confidence">1 for a known header, less for a guess, 0 where left out.</param>
internal sealed record HeaderMapping(int Index, string Header, string? Column, double Confidence)
{
    public string Decision => Column is null ? "ignored" : Confidence >= HeaderMatch.Understood ? "understood" : "guessed";

    /// <summary>Why it is left out: <c>less_clear</c>, <c>values_differ</c>, <c>unreadable</c>; null where no column goes by it.</summary>
    public string? Reason { get; init; }

    /// <summary>The column that it would have been, where another header or its values forbid it.</summary>
    public string? Candidate { get; init; }

    public HeaderMapping LeftOut(string reason) => this with { Column = null, Confidence = 0, Candidate = Column ?? Candidate, Reason = reason };
}
