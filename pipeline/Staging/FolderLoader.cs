using System.Data.Common;
using System.Globalization;
using System.Text;
using Analytics.Pipeline.Customers;
using Analytics.Pipeline.Landing;
using Analytics.Pipeline.Mapping;
using Analytics.Pipeline.Profiles;
using Analytics.Pipeline.Warehouse;

namespace Analytics.Pipeline.Staging;

/// <summary>Loads the files of a folder, one after the other, in the order of their names.</summary>
internal sealed class FolderLoader(DbConnection connection, string exports, string scratch, MappingFile mapping, KeptReadings kept)
{
    private readonly FileLander _lander = new(connection, exports, scratch, new TextLander(Profile.Generic.Knows));
    private readonly FileLoader _loader = new(connection, scratch);
    private readonly FileRegister _register = new(connection);
    private readonly KeyEvidence _keys = new(connection);
    private int _tables;
    private bool? _dayFirst;

    public IReadOnlyList<FileReport> Load(IProgress<BuildProgress>? progress, CancellationToken cancellation)
    {
        var files = ExportFolder.Files(exports);
        foreach (var table in CanonicalTable.All) new LandingTable(connection, table).CreateNarrow();
        var reports = new IReadOnlyList<FileReport>[files.Count];
        var waiting = new List<(int At, WaitingFile File)>();
        var folder = new StringBuilder();
        for (var i = 0; i < files.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var name = ExportFolder.NameOf(exports, files[i]);
            progress?.Report(new(BuildStage.Files, i, files.Count, name));
            var fingerprint = _lander.Fingerprint(files[i], cancellation);
            folder.Append(name).Append('\n').Append(fingerprint.Sha256).Append('\n');
            if (TryLoad(files[i], name, fingerprint, cancellation, out var arrivals) is { } loaded) reports[i] = loaded;
            else waiting.Add((i, new(name, fingerprint.Sha256, arrivals)));
        }
        _dayFirst = DayOrder.Of(reports.OfType<IReadOnlyList<FileReport>>().SelectMany(r => r));
        foreach (var (at, file) in waiting) reports[at] = LoadLast(file, folder.ToString(), cancellation);
        ExchangeRates.RefuseUnknown(connection);
        return reports.SelectMany(r => r).ToList();
    }

    /// <summary>Null where the keys or the dates of the other files, once they are loaded, could say more of it.</summary>
    private IReadOnlyList<FileReport>? TryLoad(string path, string name, FileFingerprint fingerprint, CancellationToken cancellation, out IReadOnlyList<Arrival> arrivals)
    {
        arrivals = [];
        if (kept.TryLoad(name, fingerprint.Sha256) is { } known) return known;
        arrivals = _lander.Land(path, fingerprint, cancellation);
        if (arrivals.Any(a => a.File is { } file && WaitsForOthers(file, Recognise(file, out _)))) return null;
        var reports = arrivals.Select(a => Load(a, cancellation)).ToList();
        kept.Keep(name, fingerprint.Sha256, reports);
        return reports;
    }

    private static bool WaitsForOthers(LandedFile file, FileMapping? mapping) => KeyEvidence.IsWanted(file, mapping) || DayOrder.IsOpen(file, mapping);

    /// <summary>What is said of it by the other files stands as long as they are all the same.</summary>
    private IReadOnlyList<FileReport> LoadLast(WaitingFile file, string folder, CancellationToken cancellation)
    {
        var key = $"{file.Sha256}\n{folder}";
        if (kept.TryLoad(file.Name, key) is { } known) return known;
        var reports = file.Arrivals.Select(a => Load(a, cancellation)).ToList();
        kept.Keep(file.Name, key, reports);
        return reports;
    }

    private sealed record WaitingFile(string Name, string Sha256, IReadOnlyList<Arrival> Arrivals);

    private FileReport Load(Arrival arrival, CancellationToken cancellation)
    {
        if (arrival.File is not { } file) return LeaveOut(arrival.Unread!);
        return RecogniseLinked(file, out var unsure) is { } mapping
            ? Load(file, mapping with { DayFirstElsewhere = _dayFirst }, cancellation)
            : LeaveOut(file, unsure ?? "no_table_recognised");
    }

    /// <summary>A file in which the engine loses its way is written anew record by record, and read again.</summary>
    private FileReport Load(LandedFile file, FileMapping mapping, CancellationToken cancellation)
    {
        if (_loader.TryLoad(file, mapping, _tables++) is { } report) return report;
        return _lander.Rewrite(file, cancellation) is { } rewritten
            && RecogniseLinked(rewritten, out _) is { } again
            && _loader.TryLoad(rewritten, again with { DayFirstElsewhere = _dayFirst }, _tables++) is { } whole ? whole : LeaveOut(file, "broken_file");
    }

    private FileReport LeaveOut(LandedFile file, string reason) =>
        LeaveOut(new UnreadFile(file.Name, file.Fingerprint.Sha256, file.Fingerprint.Encoding.Name, reason)) with
        {
            Columns = file.Header.Select(h => new ColumnReport(h, null, "ignored")).ToList(),
        };

    private FileMapping? RecogniseLinked(LandedFile file, out string? unsure)
    {
        var alone = Recognise(file, out unsure);
        return KeyEvidence.IsWanted(file, alone) && _keys.Find(file, alone) is { Count: > 0 } links
            ? Recognise(file, links, out unsure)
            : alone;
    }

    private FileMapping? Recognise(LandedFile file, out string? unsure) => Recognise(file, Recognition.NoLinks, out unsure);

    private FileMapping? Recognise(LandedFile file, IReadOnlyDictionary<int, KeyLink> links, out string? unsure)
    {
        var found = Find(file, links, out unsure);
        return mapping.Apply(file, found, ref unsure);
    }

    private static FileMapping? Find(LandedFile file, IReadOnlyDictionary<int, KeyLink> links, out string? unsure)
    {
        if (file.Layout.HasHeader) return Recognition.Recognise(file.Name, file.Header, file.Head, links, out unsure);
        unsure = null;
        return ValueGuesses.Recognise(file.Header, file.Head);
    }

    private FileReport LeaveOut(UnreadFile file)
    {
        var report = new FileReport(file.Name, null, null, file.Encoding, null, 0, 0, 0, file.Reason);
        _register.Enter(report, file.Sha256, null);
        return report;
    }

    public static void RefuseNothing(DbConnection connection, string exports, IReadOnlyList<FileReport> reports)
    {
        if (reports.All(r => r.Table is null))
            throw CustomersAlone(exports, reports) ?? new ProblemException(ProblemCode.NoTableRecognised,
                ("path", exports), ("files", string.Join(", ", reports.Select(r => r.File))));
        var hasLines = reports.Any(r => r.Table is "order_lines" && r.RowsKept > 0);
        var measuring = reports.Where(r => Measures(r, hasLines)).ToList();
        if (measuring.Any(r => r.RowsKept > 0)) return;
        foreach (var report in measuring) RefuseRejected(connection, report);
        throw CustomersAlone(exports, reports) ?? new ProblemException(ProblemCode.NothingToMeasure,
            ("path", exports), ("tables", string.Join(", ", reports.Select(r => r.Table).OfType<string>().Distinct(StringComparer.Ordinal))));
    }

    /// <summary>A file that says of customers who left is no sales, and not useless either; null where there is none.</summary>
    private static ProblemException? CustomersAlone(string exports, IReadOnlyList<FileReport> reports) => reports
        .SelectMany(r => r.Columns.Where(c => OutcomeColumn.IsCalledSo(c.Header)).Select(c => new ProblemException(ProblemCode.CustomersAlone, ("path", exports), ("file", r.File), ("column", c.Header))))
        .FirstOrDefault();

    /// <summary>One cause behind a whole file is worth more than a list of its rows.</summary>
    private static void RefuseRejected(DbConnection connection, FileReport report)
    {
        var causes = connection.Rows("""
            select r.column_name, coalesce(c.header, r.column_name), min(r.line), arg_min(coalesce(r.value, ''), r.line)
            from staging.rejects as r left join staging.columns as c on c.file = r.file and c.column_name = r.column_name
            where r.file = $1 and r.row_rejected and r.column_name <> '' group by all order by count(*) desc, 1 limit 1
            """, row => (Column: row.GetString(0), Header: row.GetString(1), Line: row.GetInt64(2), Value: row.GetString(3)), report.File);
        if (causes is [var cause])
            throw new ProblemException(ProblemCode.AllRejected, ("file", report.File), ("rows", Written(report.RowsRejected)),
                ("line", Written(cause.Line)), ("header", cause.Header), ("column", cause.Column), ("value", cause.Value));
    }

    private static string Written(long count) => count.ToString(CultureInfo.InvariantCulture);

    /// <summary>A list of orders without amounts needs prices and quantities, or their lines.</summary>
    private static bool Measures(FileReport report, bool hasLines)
    {
        var columns = report.Columns.Select(c => c.Column).ToHashSet(StringComparer.Ordinal);
        return report.Table switch
        {
            "opportunities" => true,
            "orders" => hasLines || columns.Contains("amount") || columns.IsSupersetOf(["unit_price", "quantity"]),
            _ => false,
        };
    }
}
