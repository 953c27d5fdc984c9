using Analytics.Pipeline.DuckDb;
using Analytics.Pipeline.Landing;
using Analytics.Pipeline.Mapping;
using Analytics.Pipeline.Profiles;
using Analytics.Pipeline.Staging;
using Analytics.Pipeline.Warehouse;
using Dapper;

namespace Analytics.Pipeline.Tests.Staging;

/// <summary>A file is read once: what was made of it is loaded again only where nothing that it depends on has changed, and only whole.</summary>
public sealed class KeptReadingsTests : IDisposable
{
    private const string File = "orders.csv";

    // Line 3 is cut short and line 5 has a day that no calendar has: both kinds of rejects, and places that shift.
    private const string Text = "N° commande;Code client;Date;Montant HT\nA1;c1;01/02/2025;1 234,56\nA2;c2\nA3;c3;03/02/2025;7\nA4;c4;31/02/2025;8\n";
    private readonly TemporaryFolder _exports = new();
    private readonly TemporaryFolder _output = new();
    private readonly TemporaryFolder _scratch = new();

    public KeptReadingsTests() => _exports.Write(File, Text);

    [Fact]
    public void What_was_kept_loads_as_it_was_read()
    {
        var read = Read();
        var kept = Everything(connection =>
            Assert.NotNull(Kept(connection, "").TryLoad(File, Sha256)));
        Assert.Equal(read, kept);
        Assert.Contains("2025-02-03", kept, StringComparison.Ordinal);
        Assert.Contains("too_few_columns", kept, StringComparison.Ordinal);
        Assert.Contains("31/02/2025", kept, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_mapping_another_file_and_a_copy_that_is_not_whole_are_read_anew()
    {
        Read();
        var folder = Directory.GetDirectories(_output.Path).Single();
        Assert.True(IsKept(File, Sha256, ""));
        Assert.False(IsKept(File, Sha256, "another mapping"));
        Assert.False(IsKept("other.csv", Sha256, ""));
        Assert.False(IsKept(File, new string('0', 64), ""));

        var rows = Directory.GetFiles(folder, "*rows.parquet").Single();
        var whole = System.IO.File.ReadAllBytes(rows);
        foreach (var damaged in (byte[][])[whole[..^9], [.. whole[..100], .. new byte[whole.Length - 100]], []])
        {
            System.IO.File.WriteAllBytes(rows, damaged);
            Assert.False(IsKept(File, Sha256, ""));
        }
        System.IO.File.WriteAllBytes(rows, whole);
        Assert.True(IsKept(File, Sha256, ""));
        Directory.Move(folder, folder + ".writing");
        Assert.False(IsKept(File, Sha256, ""));
    }

    [Fact]
    public void A_manifest_that_names_a_table_of_ours_to_write_to_is_not_obeyed()
    {
        Read();
        var manifest = Directory.GetFiles(_output.Path, "tables.json", SearchOption.AllDirectories).Single();
        System.IO.File.WriteAllText(manifest, System.IO.File.ReadAllText(manifest).Replace("staging.rejects", "staging.arguments", StringComparison.Ordinal));
        Assert.False(IsKept(File, Sha256, ""));
    }

    public void Dispose()
    {
        _exports.Dispose();
        _output.Dispose();
        _scratch.Dispose();
    }

    private string Sha256 => FileFingerprint.Of(Path.Combine(_exports.Path, File), TestContext.Current.CancellationToken).Sha256;

    private string Read() => Everything(connection =>
        new FolderLoader(connection, _exports.Path, _scratch.Path, new MappingFile([]), Kept(connection, "")).Load(null, TestContext.Current.CancellationToken));

    private KeptReadings Kept(DuckDBConnection connection, string mapping) => new(connection, _output.Path, new MappingFile([]) { Digest = mapping });

    /// <summary>All that a reading leaves in the warehouse, as text.</summary>
    private static string Everything(Action<DuckDBConnection> load)
    {
        using var connection = Open();
        load(connection);
        return string.Join('\n', ((string[])["landing.orders", "staging.files", "staging.columns", "staging.rejects", "staging.row_shifts"])
            .Select(t => connection.QuerySingle<string>($"select '{t}: ' || string_agg(t::varchar, ' / ' order by rowid) from {t} as t")));
    }

    private bool IsKept(string file, string sha256, string mapping)
    {
        using var connection = Open();
        var known = Kept(connection, mapping).TryLoad(file, sha256) is not null;
        Assert.Equal(known ? 3 : 0, connection.QuerySingle<long>("select count(*) from landing.orders"));
        return known;
    }

    private static DuckDBConnection Open()
    {
        var connection = new DuckDBConnection("Data Source=:memory:");
        connection.Open();
        WarehouseSchema.Create(connection);
        new LandingTable(connection, CanonicalTable.All.Single(t => t.Name == "orders")).CreateNarrow();
        return connection;
    }
}
