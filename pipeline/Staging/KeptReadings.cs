using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Analytics.Pipeline.DuckDb;
using Analytics.Pipeline.Mapping;
using Analytics.Pipeline.Profiles;
using Analytics.Pipeline.Warehouse;

namespace Analytics.Pipeline.Staging;

/// <summary>What was read of each file, kept in the output folder as Parquet: a file of the same name and bytes is not read and cast again.</summary>
/// <remarks>A reading is written under another name and renamed when it is whole. Another build of this program, another engine or another mapping reads anew.</remarks>
internal sealed class KeptReadings
{
    private const string Manifest = "tables.json", Unfinished = ".writing";
    private readonly DbConnection _connection;
    private readonly FileRegister _register;
    private readonly string _folder, _reader;
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);

    public KeptReadings(DbConnection connection, string folder, MappingFile mapping)
    {
        _connection = connection;
        _register = new(connection);
        _folder = folder;
        _reader = $"{typeof(KeptReadings).Module.ModuleVersionId} {connection.ServerVersion} {mapping.Digest}";
    }

    /// <summary>Loads what an earlier run read of a file; null where it read none, or where its copy no longer reads.</summary>
    public IReadOnlyList<FileReport>? TryLoad(string file, string sha256)
    {
        var folder = FolderOf(file, sha256);
        if (!File.Exists(Path.Combine(folder, Manifest))) return null;
        using var transaction = _connection.BeginTransaction();
        try
        {
            var tables = JsonSerializer.Deserialize<List<KeptTable>>(File.ReadAllText(Path.Combine(folder, Manifest)), JsonSerializerOptions.Strict)!;
            if (!tables.All(t => Load(folder, t))) return null;
            transaction.Commit();
            _used.Add(folder);
            return tables.Select(t => t.Report).ToList();
        }
        catch (Exception e) when (e is JsonException or DuckDBException && !StorageProblems.IsDiskFull(e))
        {
            return null;
        }
    }

    public void Keep(string file, string sha256, IReadOnlyList<FileReport> reports)
    {
        var folder = FolderOf(file, sha256);
        var unfinished = folder + Unfinished;
        foreach (var old in (string[])[folder, unfinished])
            if (Directory.Exists(old)) Directory.Delete(old, recursive: true);
        Directory.CreateDirectory(unfinished);
        var tables = reports.Select((report, i) => Write(unfinished, report, i)).ToList();
        File.WriteAllText(Path.Combine(unfinished, Manifest), JsonSerializer.Serialize(tables));
        Directory.Move(unfinished, folder);
        foreach (var (report, number) in reports.Select((report, i) => (report, i)))
            _connection.Execute("update staging.landed_apart set path = $2 where file = $1", report.File, Path.Combine(folder, RowsOf(number)));
        _used.Add(folder);
    }

    /// <summary>Deletes the readings of files that are no longer there, or no longer the same.</summary>
    public void DeleteOthers()
    {
        if (!Directory.Exists(_folder)) return;
        foreach (var folder in Directory.EnumerateDirectories(_folder).Where(f => !_used.Contains(f)).ToList())
            Directory.Delete(folder, recursive: true);
    }

    private string FolderOf(string file, string sha256) =>
        Path.Combine(_folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{file}\n{sha256}\n{_reader}")))[..32]);

    private KeptTable Write(string folder, FileReport report, int number)
    {
        var (sha256, first, line) = _connection.Rows("select sha256, first_row, first_line from staging.files where file = $1",
            r => (r.GetString(0), r.IsDBNull(1) ? 0 : r.GetInt64(1), r.IsDBNull(2) ? 0 : r.GetInt32(2)), report.File)[0];
        if (report.Table is null) return new(report, sha256, line, []);
        var file = Sql.Text(report.File);
        var parts = new[]
        {
            WriteRows(folder, report, first, number),
            Write(folder, "staging.rejects", "*", $"file = {file}", $"{number}-rejects.parquet"),
            Write(folder, "staging.row_shifts", "*", $"file = {file}", $"{number}-shifts.parquet"),
        };
        return new(report, sha256, line, parts.OfType<KeptPart>().ToList());
    }

    private KeptPart? WriteRows(string folder, FileReport report, long first, int number)
    {
        var table = $"landing.{Sql.Name(report.Table!)}";
        if (LandedRows.Apart(_connection, report.Table!).FirstOrDefault(rows => rows.File == report.File) is not { } apart)
            return Write(folder, table, "* exclude (_file)", $"rowid >= {first} and _file = {Sql.Text(report.File)}", RowsOf(number));
        var path = Path.Combine(folder, RowsOf(number));
        File.Move(apart.Path!, path);
        return new(table, RowsOf(number), RowsIn(path), HashOf(path));
    }

    private static string RowsOf(int number) => $"{number}-rows.parquet";

    private long RowsIn(string path) => _connection.Scalar<long>($"select count(*) from read_parquet({Sql.Text(path)})");

    private static string HashOf(string path)
    {
        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }

    /// <summary>Null where there is nothing to write.</summary>
    private KeptPart? Write(string folder, string table, string columns, string which, string name)
    {
        if (!_connection.Scalar<bool>($"select exists (from {table} where {which})")) return null;
        var path = Path.Combine(folder, name);
        var rows = _connection.Execute($"copy (select {columns} from {table} where {which}) to {Sql.Text(path)} {LandedRows.Parquet}");
        return new(table, name, rows, HashOf(path));
    }

    private bool Load(string folder, KeptTable table)
    {
        var rows = table.Report.Table is { } name ? RowsOf(folder, table, name) : null;
        _register.Enter(table.Report, table.Sha256, rows is null ? null : new(rows.FirstRow, table.FirstLine));
        return table.Parts.All(p => Load(Path.Combine(folder, p.Name), p, rows!));
    }

    private LandedRows RowsOf(string folder, KeptTable table, string name)
    {
        var part = table.Parts.FirstOrDefault(p => p.Table == $"landing.{Sql.Name(name)}");
        return LandedRows.For(_connection, name, table.Report.File, part?.Rows ?? 0, Path.Combine(folder, part?.Name ?? ""));
    }

    private bool Load(string path, KeptPart part, LandedRows rows) =>
        File.Exists(path) && HashOf(path) == part.Sha256
        && IsOurs(part.Table)
        && Insert(path, part, rows) == part.Rows;

    private long Insert(string path, KeptPart part, LandedRows rows)
    {
        var source = $"from read_parquet({Sql.Text(path)})";
        if (CanonicalTable.All.FirstOrDefault(t => part.Table == $"landing.{Sql.Name(t.Name)}") is not { } table)
            return _connection.Execute($"insert into {part.Table} by name {source}");
        new LandingTable(_connection, table).Widen(_connection.Rows($"select column_name from (describe {source})", r => r.GetString(0)));
        if (rows.Path is null) return _connection.Execute(rows.Land(source));
        rows.Enter(_connection);
        return RowsIn(path);
    }

    /// <summary>The manifest names tables; only those that a reading can fill are obeyed.</summary>
    private static bool IsOurs(string table) =>
        table is "staging.rejects" or "staging.row_shifts" || CanonicalTable.All.Any(t => table == $"landing.{Sql.Name(t.Name)}");
}

/// <param name="FirstLine">The line of the file that its first row begins on.</param>
internal sealed record KeptTable(FileReport Report, string Sha256, int FirstLine, IReadOnlyList<KeptPart> Parts);

/// <param name="Table">The table of the warehouse that the rows belong to.</param>
/// <param name="Sha256">Of the copy: what is read where it stands is not looked through before.</param>
internal sealed record KeptPart(string Table, string Name, long Rows, string Sha256);
