using System.Text;
using Analytics.Pipeline.Warehouse;

namespace Analytics.Pipeline.Landing;

/// <summary>Brings one file of the exports to the engine's door, or says why it is no table.</summary>
/// <param name="exports">The exports folder.</param>
/// <param name="scratch">Where transcoded copies go; it exists and belongs to this run.</param>
internal sealed class FileLander(string exports, string scratch)
{
    private const int HeadBytes = 1 << 18;

    public (LandedFile? File, UnreadFile? Unread) Land(string path, int number, CancellationToken cancellation)
    {
        var name = ExportFolder.NameOf(exports, path);
        if (!ExportFolder.MayHoldText(path))
            return (null, new(name, "", "", "format_not_read"));
        try
        {
            var fingerprint = FileFingerprint.Of(path, cancellation);
            return fingerprint switch
            {
                { Length: 0 } => (null, Unread(name, fingerprint, "empty_file")),
                { HasNulBytes: true, Encoding.Decoder: var d } when d is UTF8Encoding => (null, Unread(name, fingerprint, "binary_file")),
                _ => LandText(path, name, number, fingerprint, cancellation),
            };
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException && !StorageProblems.IsDiskFull(e))
        {
            throw new ProblemException(ProblemCode.FileUnreadable, e, ("file", name), ("reason", e.Message));
        }
    }

    private (LandedFile?, UnreadFile?) LandText(string path, string name, int number, FileFingerprint fingerprint, CancellationToken cancellation)
    {
        var readPath = ReadablePath(path, number, fingerprint.Encoding, cancellation);
        var head = ReadHead(readPath);
        if (CsvDialect.Of(head) is not { } dialect)
            return (null, Unread(name, fingerprint, "no_columns"));
        var records = CsvRecords.Split(head, dialect.Separator, dialect.Quote).Take(2001).ToList();
        var count = RecordCounter.Count(readPath, dialect.Separator, dialect.Quote) - 1;
        return (new(name, readPath, fingerprint, dialect, records[0], records.GetRange(1, records.Count - 1), count), null);
    }

    /// <summary>The engine expands * ? [ in paths and reads UTF-8, so any other file is copied under a plain name.</summary>
    private string ReadablePath(string path, int number, TextEncoding encoding, CancellationToken cancellation)
    {
        if (!encoding.NeedsTranscoding && path.AsSpan().IndexOfAny("*?[{") < 0)
            return path;
        var copy = Path.Combine(scratch, $"file-{number}.csv");
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

    private static UnreadFile Unread(string name, FileFingerprint fingerprint, string reason) =>
        new(name, fingerprint.Sha256, fingerprint.Encoding.Name, reason);
}
