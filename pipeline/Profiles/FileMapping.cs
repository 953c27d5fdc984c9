namespace Analytics.Pipeline.Profiles;

/// <summary>What a file was taken for: its canonical table, and what each header means.</summary>
internal sealed record FileMapping(CanonicalTable Table, string Crm, IReadOnlyList<HeaderMapping> Headers)
{
    public IEnumerable<HeaderMapping> Used => Headers.Where(h => h.Column is not null);
}

/// <param name="Index">Position of the header in the file, from 0.</param>
/// <param name="Column">Canonical column, or null where the header is left out.</param>
/// <param name="Confidence">1 for a known header, less for a guess, 0 where left out.</param>
internal sealed record HeaderMapping(int Index, string Header, string? Column, double Confidence)
{
    public string Decision => Column is null ? "ignored" : Confidence >= HeaderMatch.Understood ? "understood" : "guessed";
}
