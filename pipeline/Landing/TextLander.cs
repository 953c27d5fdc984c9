using System.Text;

namespace Analytics.Pipeline.Landing;

/// <summary>Brings a file of text to the engine's door: as UTF-8, with its separator, quotes and headers known.</summary>
/// <param name="isKnownHeader">Whether some export calls a column so.</param>
internal sealed class TextLander(Predicate<string> isKnownHeader)
{
    private const int HeadBytes = 1 << 18;
    private const int HeadRecords = 2048;

    /// <summary>A sheet of a workbook has no more columns.</summary>
    private const int MostHeadings = 16_384;

    public Arrival Land(string path, string name, Func<string> newPath, FileFingerprint fingerprint, CancellationToken cancellation) => fingerprint switch
    {
        { Length: 0 } => Arrival.Without(name, "empty_file", fingerprint),
        { HasNulBytes: true, Encoding.Decoder: UTF8Encoding } => Arrival.Without(name, "binary_file", fingerprint),
        _ => LandText(path, name, newPath, fingerprint, cancellation),
    };

    /// <summary>A table that we wrote ourselves from another format.</summary>
    public Arrival LandRewritten(string path, string name, Func<string> newPath, FileFingerprint fingerprint, CancellationToken cancellation)
    {
        var head = ReadHead(path);
        return head.Length == 0 ? Arrival.Without(name, "empty_file", fingerprint) : Landed(name, path, newPath, fingerprint, CsvWriting.Dialect, head, cancellation);
    }

    private Arrival LandText(string path, string name, Func<string> newPath, FileFingerprint fingerprint, CancellationToken cancellation)
    {
        var readPath = ReadablePath(path, newPath, fingerprint.Encoding, cancellation);
        var head = ReadHead(readPath);
        if (CsvDialect.Of(head) is { } dialect)
            return Landed(name, readPath, newPath, fingerprint, dialect, head, cancellation);
        if (SpacedText.GapOf(head) is not { } gap)
            return Arrival.Without(name, "no_columns", fingerprint);
        var rewritten = newPath();
        SpacedText.WriteCsv(readPath, gap, rewritten, cancellation);
        return LandRewritten(rewritten, name, newPath, fingerprint, cancellation);
    }

    private Arrival Landed(string name, string readPath, Func<string> newPath, FileFingerprint fingerprint, CsvDialect dialect, string head, CancellationToken cancellation)
    {
        var records = CsvRecords.Read(head, dialect.Separator, dialect.Quote).Take(HeadRecords).ToList();
        var layout = TableLayout.Of(records, CsvDialect.NamesSeparator(head), isKnownHeader);
        if (layout.Header.Count > MostHeadings) return Arrival.Without(name, "too_many_headings", fingerprint);
        var above = layout.SkippedRecords + (layout.HasHeader ? 1 : 0);
        var rows = records.Skip(above).Select(r => r.Cells).ToList();
        if (layout.HasHeader && MonthsAcross.Of(layout.Header) is { } months)
            return Rewritten(path => MonthsAcross.WriteCsv(readPath, dialect, layout, months, path, cancellation));
        if (GroupedRows.Are(layout, rows))
            return Rewritten(path => GroupedRows.WriteCsv(readPath, dialect, layout, path, cancellation));
        var counter = RecordCounter.Count(readPath, dialect.Separator, dialect.Quote);
        var blanks = counter.Blanks.Select(b => (Records: b.Records - above, b.Lines)).Where(b => b.Records >= (layout.HasHeader ? 0 : 1)).ToList();
        return new(new(name, readPath, fingerprint, dialect, layout, rows, counter.Records - above) { Blanks = blanks }, null);

        Arrival Rewritten(Action<string> write)
        {
            var path = newPath();
            write(path);
            return LandRewritten(path, name, newPath, fingerprint, cancellation);
        }
    }

    /// <summary>The engine expands * ? [ in paths and reads UTF-8, so any other file is copied under a plain name.</summary>
    private static string ReadablePath(string path, Func<string> newPath, TextEncoding encoding, CancellationToken cancellation)
    {
        if (!encoding.NeedsTranscoding && path.AsSpan().IndexOfAny("*?[{") < 0) return path;
        var copy = newPath();
        Transcoder.ToUtf8(path, encoding, copy, cancellation);
        return copy;
    }

    /// <summary>Whole lines only, so that the cut makes no record too short.</summary>
    private static string ReadHead(string path)
    {
        using var file = File.OpenRead(path);
        var buffer = new byte[(int)Math.Min(HeadBytes, file.Length)];
        file.ReadExactly(buffer);
        var whole = buffer.Length < file.Length ? buffer.AsSpan().LastIndexOf((byte)'\n') + 1 : buffer.Length;
        return Encoding.UTF8.GetString(buffer, 0, whole == 0 ? buffer.Length : whole).TrimStart('\uFEFF');
    }
}
