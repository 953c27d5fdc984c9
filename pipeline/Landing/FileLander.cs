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
    private int _copies;

    public IReadOnlyList<Arrival> Land(string path, CancellationToken cancellation)
    {
        var name = ExportFolder.NameOf(exports, path);
        try
        {
            return Land(path, name, 0, cancellation);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException && !StorageProblems.IsDiskFull(e))
        {
            throw new ProblemException(ProblemCode.FileUnreadable, e, ("file", name), ("reason", e.Message));
        }
    }

    /// <summary>The same table, for the engine to read again where it could not place every record.</summary>
    public LandedFile? Rewrite(LandedFile file, CancellationToken cancellation)
    {
        var target = NewPath();
        CsvRewriting.Write(file.ReadPath, file.Dialect, target, cancellation);
        return texts.LandRewritten(target, file.Name, file.Fingerprint).File;
    }

    private List<Arrival> Land(string path, string name, int depth, CancellationToken cancellation)
    {
        var kind = FileKinds.Of(path, name);
        if (kind == FileKind.Unknown || depth > DeepestArchive) return [Arrival.Without(name, "format_not_read")];
        if (kind == FileKind.Text) return [texts.Land(path, name, NewPath, cancellation)];
        try
        {
            return Unpack(kind, path, name, depth, cancellation).ToList();
        }
        catch (Exception e) when (e is not (OperationCanceledException or ProblemException or UnauthorizedAccessException) && !StorageProblems.IsDiskFull(e))
        {
            return [Arrival.Without(name, "broken_file")];
        }
    }

    private IEnumerable<Arrival> Unpack(FileKind kind, string path, string name, int depth, CancellationToken cancellation) => kind switch
    {
        FileKind.Zip => Unpacking.Zip(path, NewPath, cancellation).SelectMany(e => Land(e.Path, $"{name}/{e.Name}", depth + 1, cancellation)),
        FileKind.Gzip => Land(Unpacking.Gzip(path, NewPath(), cancellation), WithoutGz(name), depth + 1, cancellation),
        FileKind.Excel => LandWorkbook(path, name, cancellation),
        FileKind.Json => LandRewritten(path, name, Json, target => JsonTable.WriteCsv(path, target, cancellation), cancellation),
        _ => LandRewritten(path, name, Parquet, target => ParquetTable.WriteCsv(connection, Plain(path), target), cancellation),
    };

    private IEnumerable<Arrival> LandWorkbook(string path, string name, CancellationToken cancellation)
    {
        if (FileKinds.IsArchive(path)) Unpacking.RefuseBomb(path);
        var fingerprint = FileFingerprint.Of(path, cancellation) with { Encoding = Excel };
        var sheets = ExcelWorkbook.WriteCsv(path, NewPath, cancellation);
        return sheets.Count == 0
            ? [Arrival.Without(name, "empty_file")]
            : sheets.Select(s => texts.LandRewritten(s.Path, sheets.Count == 1 ? name : $"{name}/{s.Name}", fingerprint));
    }

    private IEnumerable<Arrival> LandRewritten(string path, string name, TextEncoding encoding, Action<string> write, CancellationToken cancellation)
    {
        var target = NewPath();
        write(target);
        return [texts.LandRewritten(target, name, FileFingerprint.Of(path, cancellation) with { Encoding = encoding })];
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
