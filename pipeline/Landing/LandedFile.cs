namespace Analytics.Pipeline.Landing;

/// <summary>A table of the exports as the engine can read it: UTF-8 text with a known dialect and header.</summary>
/// <param name="Name">Path inside the exports folder, with forward slashes, and inside an archive or a workbook.</param>
/// <param name="ReadPath">Where the UTF-8 text is: the file itself, or its rewritten copy.</param>
/// <param name="Head">The first data records, for deciding what each column holds.</param>
/// <param name="Records">Data records in the file, counted without parsing it.</param>
internal sealed record LandedFile(
    string Name,
    string ReadPath,
    FileFingerprint Fingerprint,
    CsvDialect Dialect,
    TableLayout Layout,
    IReadOnlyList<string[]> Head,
    long Records)
{
    public IReadOnlyList<string> Header => Layout.Header;

    /// <summary>Blank lines among the data: how many stand after how many of its records.</summary>
    public IReadOnlyList<(long Records, int Lines)> Blanks { get; init; } = [];
}

/// <summary>A file that is no table, and why.</summary>
internal sealed record UnreadFile(string Name, string Sha256, string Encoding, string Reason);

/// <summary>Either a table, or why there is none.</summary>
internal sealed record Arrival(LandedFile? File, UnreadFile? Unread)
{
    public static Arrival Without(string name, string reason, FileFingerprint fingerprint) =>
        new(null, new(name, fingerprint.Sha256, fingerprint.Encoding.Name, reason));
}
