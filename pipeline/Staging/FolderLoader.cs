using System.Data.Common;
using Analytics.Pipeline.Landing;
using Analytics.Pipeline.Profiles;
using Analytics.Pipeline.Warehouse;

namespace Analytics.Pipeline.Staging;

/// <summary>Loads the files of a folder, one after the other, in the order of their names.</summary>
internal sealed class FolderLoader(DbConnection connection, string exports, string scratch)
{
    private readonly FileLander _lander = new(exports, scratch);
    private readonly FileLoader _loader = new(connection);

    public IReadOnlyList<FileReport> Load(IProgress<BuildProgress>? progress, CancellationToken cancellation)
    {
        var files = ExportFolder.Files(exports);
        var reports = new List<FileReport>();
        for (var i = 0; i < files.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            progress?.Report(new(BuildStage.Files, i, files.Count, ExportFolder.NameOf(exports, files[i])));
            reports.Add(Load(files[i], i, cancellation));
        }
        RefuseNothing(reports);
        return reports;
    }

    private FileReport Load(string path, int number, CancellationToken cancellation)
    {
        var (landed, unread) = _lander.Land(path, number, cancellation);
        if (landed is null) return LeaveOut(unread!);
        return Recognition.Recognise(landed.Name, landed.Header, Profile.Generic) is { } mapping
            ? _loader.Load(landed, mapping, number)
            : LeaveOut(new(landed.Name, landed.Fingerprint.Sha256, landed.Fingerprint.Encoding.Name, "no_table_recognised"));
    }

    private FileReport LeaveOut(UnreadFile file)
    {
        connection.Execute("insert into staging.files (file, encoding, sha256, rows_read, rows_kept, rows_rejected, note) values ($1, $2, $3, 0, 0, 0, $4)",
            file.Name, file.Encoding, file.Sha256, file.Reason);
        return new(file.Name, null, null, file.Encoding, null, 0, 0, 0, file.Reason);
    }

    private void RefuseNothing(List<FileReport> reports)
    {
        if (reports.All(r => r.Table is null))
            throw new ProblemException(ProblemCode.NoTableRecognised,
                ("path", exports), ("files", string.Join(", ", reports.Select(r => r.File))));
        if (!reports.Any(r => r.Table is "opportunities" or "orders" && r.RowsKept > 0))
            throw new ProblemException(ProblemCode.NothingToMeasure,
                ("path", exports), ("tables", string.Join(", ", reports.Select(r => r.Table).OfType<string>().Distinct(StringComparer.Ordinal))));
    }
}
