namespace Analytics.Pipeline.Landing;

/// <summary>A file of the exports as the engine can read it: UTF-8 text with a known dialect and header.</summary>
/// <param name="Name">Path inside the exports folder, with forward slashes.</param>
/// <param name="ReadPath">Where the UTF-8 text is: the file itself, or its transcoded copy.</param>
/// <param name="Head">The first data records, for deciding what each column holds.</param>
/// <param name="Records">Data records in the file, counted without parsing it.</param>
internal sealed record LandedFile(
    string Name,
    string ReadPath,
    FileFingerprint Fingerprint,
    CsvDialect Dialect,
    IReadOnlyList<string> Header,
    IReadOnlyList<string[]> Head,
    long Records);

/// <summary>A file that is no table, and why.</summary>
internal sealed record UnreadFile(string Name, string Sha256, string Encoding, string Reason);
