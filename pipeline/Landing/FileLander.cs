using System.Data.Common;
using Analytics.Pipeline.Warehouse;

namespace Analytics.Pipeline.Landing;

/// <summary>Brings the tables of one file of the exports to the engine's door, or says why it holds none.</summary>
/// <param name="connection">Reads Parquet.</param>
/// <param name="exports">The exports folder.</param>
/// <param name="scratch">Where copies and unpacked files go; it exists and belongs to this run.</param>
internal sealed class FileLander(DbConnection connection, string exports, string scratch, TextLander texts)
{
    private const int DeepestArchive = 3;
    private static readonly TextEncoding Excel = TextEncoding.Utf8 with { Name = "Excel" };
    private static readonly TextEncoding Json = TextEncoding.Utf8 with { Name = "JSON" };
    private static readonly TextEncoding Parquet = TextEncoding.Utf8 with { Name = "Parquet" };
    private static readonly TextEncoding Unknown = TextEncoding.Utf8 with { Name = "" };
    private int _copies;

    public FileFingerprint Fingerprint(string path, CancellationToken cancellation) =>
        Reading(path, () => FileFingerprint.Of(path, cancellation));

    /// <param name="fingerprint">The file's own.</param>
    public IReadOnlyList<Arrival> Land(string path, FileFingerprint fingerprint, CancellationToken cancellation) =>
        Reading(path, () => Land(path, ExportFolder.NameOf(exports, path), fingerprint, 0, cancellation));

    private T Reading<T>(string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException && !StorageProblems.IsDiskFull(e))
        {
            throw new ProblemException(ProblemCode.FileUnreadable, e, ("file", ExportFolder.NameOf(exports, path)), ("reason", e.Message));
        }
    }

    /// <summary>The same table, for the engine to read again where it could not place every record.</summary>
    public LandedFile? Rewrite(LandedFile file, CancellationToken cancellation)
    {
        var target = NewPath();
        CsvRewriting.Write(file.ReadPath, file.Dialect, target, cancellation);
        return texts.LandRewritten(target, file.Name, NewPath, file.Fingerprint, cancellation).File;
    }

    private List<Arrival> Land(string path, string name, FileFingerprint fingerprint, int depth, CancellationToken cancellation)
    {
        var kind = FileKinds.Of(path, name);
        if (kind == FileKind.Unknown || depth > DeepestArchive) return [Arrival.Without(name, "format_not_read", fingerprint with { Encoding = Unknown })];
        if (kind == FileKind.Text) return [texts.Land(path, name, NewPath, fingerprint, cancellation)];
        try
        {
            return Unpack(kind, path, name, fingerprint, depth, cancellation).ToList();
        }
        catch (Exception e) when (e is not (OperationCanceledException or ProblemException or UnauthorizedAccessException) && !StorageProblems.IsDiskFull(e))
        {
            return [Arrival.Without(name, "broken_file", fingerprint with { Encoding = Unknown })];
        }
    }

    private IEnumerable<Arrival> Unpack(FileKind kind, string path, string name, FileFingerprint fingerprint, int depth, CancellationToken cancellation) => kind switch
    {
        FileKind.Zip => Unpacking.Zip(path, NewPath, cancellation).SelectMany(e => LandUnpacked(e.Path, $"{name}/{e.Name}", depth, cancellation)),
        FileKind.Gzip => LandUnpacked(Unpacking.Gzip(path, NewPath(), cancellation), WithoutGz(name), depth, cancellation),
        FileKind.Excel => LandWorkbook(path, name, fingerprint with { Encoding = Excel }, cancellation),
        FileKind.Json => LandRewritten(name, fingerprint with { Encoding = Json }, target => JsonTable.WriteCsv(path, target, cancellation), cancellation),
        _ => LandRewritten(name, fingerprint with { Encoding = Parquet }, target => ParquetTable.WriteCsv(connection, Plain(path), target), cancellation),
    };

    private List<Arrival> LandUnpacked(string path, string name, int depth, CancellationToken cancellation) =>
        Land(path, name, FileFingerprint.Of(path, cancellation), depth + 1, cancellation);

    private IEnumerable<Arrival> LandWorkbook(string path, string name, FileFingerprint fingerprint, CancellationToken cancellation)
    {
        if (FileKinds.IsArchive(path)) Unpacking.RefuseBomb(path);
        var sheets = ExcelWorkbook.WriteCsv(path, NewPath, cancellation);
        return sheets.Count == 0
            ? [Arrival.Without(name, "empty_file", fingerprint)]
            : sheets.Select(s => texts.LandRewritten(s.Path, sheets.Count == 1 ? name : $"{name}/{s.Name}", NewPath, fingerprint, cancellation));
    }

    private IEnumerable<Arrival> LandRewritten(string name, FileFingerprint fingerprint, Action<string> write, CancellationToken cancellation)
    {
        var target = NewPath();
        write(target);
        return [texts.LandRewritten(target, name, NewPath, fingerprint, cancellation)];
    }

    /// <summary>The engine expands * ? [ in paths.</summary>
    private string Plain(string path)
    {
        if (path.AsSpan().IndexOfAny("*?[{") < 0) return path;
        var copy = NewPath();
        File.Copy(path, copy);
        return copy;
    }

    private string NewPath() => Path.Combine(scratch, $"file-{_copies++}.csv");

    private static string WithoutGz(string name) =>
        name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? name[..^3] : name;
}
