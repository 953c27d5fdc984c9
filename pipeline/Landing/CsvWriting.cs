namespace Analytics.Pipeline.Landing;

/// <summary>The one spelling of CSV in which other formats are rewritten: commas, double quotes where needed.</summary>
internal static class CsvWriting
{
    public static readonly CsvDialect Dialect = new(',', '"');

    public static string Record(IEnumerable<string?> cells) => string.Join(',', cells.Select(Cell));

    private static string Cell(string? cell) => cell switch
    {
        null => "",
        _ when cell.AsSpan().IndexOfAny(",\"\r\n") < 0 => cell,
        _ => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"",
    };
}
