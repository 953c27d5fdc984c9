using System.Data.Common;
using Analytics.Pipeline.Landing;
using Analytics.Pipeline.Mapping;
using Analytics.Pipeline.Profiles;

namespace Analytics.Pipeline.Staging;

/// <summary>Loads the files of a folder, one after the other, in the order of their names.</summary>
internal sealed class FolderLoader(DbConnection connection, string exports, string scratch, MappingFile mapping, KeptReadings kept)
{
    private readonly FileLander _lander = new(connection, exports, scratch, new TextLander(Profile.Generic.Knows));
    private readonly FileLoader _loader = new(connection);
    private readonly FileRegister _register = new(connection);
    private int _tables;

    public IReadOnlyList<FileReport> Load(IProgress<BuildProgress>? progress, CancellationToken cancellation)
    {
        var files = ExportFolder.Files(exports);
        foreach (var table in CanonicalTable.All) new LandingTable(connection, table).CreateNarrow();
        var reports = new List<FileReport>();
        for (var i = 0; i < files.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            progress?.Report(new(BuildStage.Files, i, files.Count, ExportFolder.NameOf(exports, files[i])));
            reports.AddRange(Load(files[i], cancellation));
        }
        ExchangeRates.RefuseUnknown(connection);
        return reports;
    }

    private IReadOnlyList<FileReport> Load(string path, CancellationToken cancellation)
    {
        var (name, fingerprint) = (ExportFolder.NameOf(exports, path), _lander.Fingerprint(path, cancellation));
        if (kept.TryLoad(name, fingerprint.Sha256) is { } known) return known;
        var reports = _lander.Land(path, fingerprint, cancellation).Select(a => Load(a, cancellation)).ToList();
        kept.Keep(name, fingerprint.Sha256, reports);
        return reports;
    }

    private FileReport Load(Arrival arrival, CancellationToken cancellation)
    {
        if (arrival.File is not { } file) return LeaveOut(arrival.Unread!);
        return Recognise(file, out var unsure) is { } mapping
            ? Load(file, mapping, cancellation)
            : LeaveOut(file, unsure ?? "no_table_recognised");
    }

    /// <summary>A file in which the engine loses its way is written anew record by record, and read again.</summary>
    private FileReport Load(LandedFile file, FileMapping mapping, CancellationToken cancellation)
    {
        if (_loader.TryLoad(file, mapping, _tables++) is { } report) return report;
        return _lander.Rewrite(file, cancellation) is { } rewritten
            && Recognise(rewritten, out _) is { } again
            && _loader.TryLoad(rewritten, again, _tables++) is { } whole ? whole : LeaveOut(file, "broken_file");
    }

    private FileReport LeaveOut(LandedFile file, string reason) =>
        LeaveOut(new UnreadFile(file.Name, file.Fingerprint.Sha256, file.Fingerprint.Encoding.Name, reason)) with
        {
            Columns = file.Header.Select(h => new ColumnReport(h, null, "ignored")).ToList(),
        };

    private FileMapping? Recognise(LandedFile file, out string? unsure)
    {
        var found = Find(file, out unsure);
        return mapping.Apply(file, found, ref unsure);
    }

    private static FileMapping? Find(LandedFile file, out string? unsure)
    {
        if (file.Layout.HasHeader) return Recognition.Recognise(file.Name, file.Header, file.Head, out unsure);
        unsure = null;
        return ValueGuesses.Recognise(file.Header, file.Head);
    }

    private FileReport LeaveOut(UnreadFile file)
    {
        var report = new FileReport(file.Name, null, null, file.Encoding, null, 0, 0, 0, file.Reason);
        _register.Enter(report, file.Sha256, null);
        return report;
    }

    public static void RefuseNothing(string exports, IReadOnlyList<FileReport> reports)
    {
        if (reports.All(r => r.Table is null))
            throw new ProblemException(ProblemCode.NoTableRecognised,
                ("path", exports), ("files", string.Join(", ", reports.Select(r => r.File))));
        var hasLines = reports.Any(r => r.Table is "order_lines" && r.RowsKept > 0);
        if (!reports.Any(r => r.RowsKept > 0 && Measures(r, hasLines)))
            throw new ProblemException(ProblemCode.NothingToMeasure,
                ("path", exports), ("tables", string.Join(", ", reports.Select(r => r.Table).OfType<string>().Distinct(StringComparer.Ordinal))));
    }

    /// <summary>A list of orders without amounts needs their lines.</summary>
    private static bool Measures(FileReport report, bool hasLines) => report.Table switch
    {
        "opportunities" => true,
        "orders" => hasLines || report.Columns.Any(c => c.Column == "amount"),
        _ => false,
    };
}
