using System.Text;

namespace Analytics.Pipeline.Landing;

/// <summary>Writes a damaged CSV file anew, each record on the line where it was, so that the engine can place every one of them.</summary>
internal static class CsvRewriting
{
    public static void Write(string source, CsvDialect dialect, string target, CancellationToken cancellation)
    {
        using var reader = new StreamReader(source, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, 1 << 16);
        using var writer = new StreamWriter(target, append: false, new UTF8Encoding(false), 1 << 16) { NewLine = "\n" };
        var line = 1;
        foreach (var record in CsvRecords.Read(reader, dialect.Separator, dialect.Quote))
        {
            cancellation.ThrowIfCancellationRequested();
            for (; line < record.Line; line++) writer.WriteLine();
            writer.WriteLine(CsvWriting.Record(record.Cells.Select(c => c.ReplaceLineEndings("\n"))));
            line += 1 + record.Cells.Sum(c => c.ReplaceLineEndings("\n").Count(l => l == '\n'));
        }
    }
}
