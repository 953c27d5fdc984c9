using System.Text;

namespace Analytics.Pipeline.Landing;

/// <summary>A report whose rows stand in groups, each under a line with its name alone and above its total, is levelled: the name goes into each row of the group.</summary>
/// <remarks>As accounting programs write sales by customer: the headers begin with an empty cell, and so does each row that is no group's name.</remarks>
internal static class GroupedRows
{
    public const string Group = "grouped_by";

    private const int FewestGroups = 2;

    /// <summary>Whether the first records say so.</summary>
    public static bool Are(TableLayout layout, IReadOnlyList<string[]> rows) =>
        layout.HasHeader && layout.Header.Count > 2 && layout.Header[0].Length == 0 && layout.Header.Skip(1).Count(h => h.Length > 0) > 1
        && rows.Count(IsName) >= FewestGroups
        && rows.All(r => IsName(r) || IsTotal(r) || r[0].Trim().Length == 0);

    public static void WriteCsv(string source, CsvDialect dialect, TableLayout layout, string target, CancellationToken cancellation)
    {
        using var reader = new StreamReader(source, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, 1 << 16);
        using var writer = new StreamWriter(target, append: false, new UTF8Encoding(false), 1 << 16) { NewLine = "\n" };
        writer.WriteLine(CsvWriting.Record(layout.Header.Skip(1).Prepend(Group)));
        var group = "";
        foreach (var record in CsvRecords.Read(reader, dialect.Separator, dialect.Quote).Skip(layout.SkippedRecords + 1))
        {
            cancellation.ThrowIfCancellationRequested();
            if (IsTotal(record.Cells)) continue;
            if (IsName(record.Cells)) group = record.Cells[0].Trim();
            else writer.WriteLine(CsvWriting.Record(record.Cells.Skip(1).Prepend(record.Cells[0].Trim().Length > 0 ? record.Cells[0] : group)));
        }
    }

    private static bool IsName(string[] cells) => cells[0].Trim().Length > 0 && !IsTotal(cells) && cells.Skip(1).All(c => c.Trim().Length == 0);

    private static bool IsTotal(string[] cells) => TotalLine.Is(cells[0]);
}
