using System.Globalization;
using System.Text;
using Analytics.Pipeline.Staging;
using Analytics.Pipeline.Warehouse;
using Dapper;

namespace Analytics.Pipeline.Tests.Staging;

/// <summary>The rows of a large file stay in the Parquet that they landed in, and are rows of their table like any others.</summary>
public sealed class LargeFileTests : IDisposable
{
    private const int Rows = LandedRows.Many + 20, Short = 50_000, Dayless = 70_000;
    private readonly TemporaryFolder _exports = new();
    private readonly TemporaryFolder _output = new();

    public LargeFileTests()
    {
        var text = new StringBuilder("N° commande;Code client;Date;Montant HT\n");
        for (var i = 0; i < Rows; i++)
            text.Append(CultureInfo.InvariantCulture, $"A{i};C{i % 50}{(i == Short ? "" : $";{(i == Dayless ? "31/02/2025" : "03/02/2025")};{i},25")}\n");
        _exports.Write("commandes.csv", text.ToString());
        _exports.Write("petit.csv", "N° commande;Code client;Date;Montant HT;Remarque\nB1;C1;04/02/2025;1 234,56;à part\nB2;C1;32/02/2025;7;\n");
    }

    [Fact]
    public void Every_row_is_kept_or_rejected_and_bears_its_line()
    {
        Load(w =>
        {
            // The sum of i + 0.25 over all rows, less the two rejected ones, and the small file's one row.
            var expected = (decimal)Rows * (Rows - 1) / 2 + Rows * 0.25m - (Short + Dayless + 0.5m) + 1234.56m;
            Assert.Equal((Rows - 2 + 1, expected), w.QuerySingle<(int, decimal)>("select count(*), sum(amount) from staging.orders"));
            Assert.Equal(["commandes.csv A0 2", "commandes.csv A50001 50003", "commandes.csv A70001 70003", $"commandes.csv A{Rows - 1} {Rows + 1}", "petit.csv B1 2"],
                w.Query<string>("select _file || ' ' || id || ' ' || _row from staging.orders where id in ('A0', 'A50001', 'A70001', $last, 'B1') order by _file, _row", new { last = $"A{Rows - 1}" }));
            Assert.Equal(["50002  too_few_columns", "70002 ordered_at not_a_date"],
                w.Query<string>("select line || ' ' || column_name || ' ' || reason from staging.rejects where file = 'commandes.csv' order by line"));
        });
    }

    [Fact]
    public void The_next_run_reads_the_same_rows_where_they_stand()
    {
        var first = Load(Everything);
        Assert.Equal(0, Load(w => w.QuerySingle<int>("select count(*) from landing.orders where _file = 'commandes.csv'")));
        Assert.Equal(first, Load(Everything));
        Assert.Equal(1, Load(w => w.QuerySingle<int>("select count(*) from staging.landed_apart where starts_with(path, $folder)", new { folder = Path.Combine(_output.Path, "landing") })));
    }

    [Fact]
    public void A_copy_that_has_changed_by_one_byte_is_read_anew()
    {
        var first = Load(Everything);
        var copy = new DirectoryInfo(_output.Path).GetFiles("*rows.parquet", SearchOption.AllDirectories).MaxBy(f => f.Length)!;
        var bytes = File.ReadAllBytes(copy.FullName);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(copy.FullName, bytes);
        Assert.Equal(first, Load(Everything));
        Assert.NotEqual(bytes, File.ReadAllBytes(copy.FullName));
    }

    [Fact]
    public void A_folder_whose_name_the_engine_would_expand_is_no_hindrance()
    {
        using var named = new TemporaryFolder();
        var output = Path.Combine(named.Path, "out[1]{x}");
        var sum = Load(w => w.QuerySingle<decimal>("select sum(amount) from staging.orders"));
        Assert.Equal(sum, Load(w => w.QuerySingle<decimal>("select sum(amount) from staging.orders"), output));
        Assert.Equal(sum, Load(w => w.QuerySingle<decimal>("select sum(amount) from staging.orders"), output));
    }

    public void Dispose()
    {
        _exports.Dispose();
        _output.Dispose();
    }

    private static string Everything(System.Data.Common.DbConnection w) =>
        w.QuerySingle<string>("select count(*) || ' ' || sum(hash(id, account_id, ordered_at, amount, _file, _row)::hugeint) from staging.orders")
        + string.Join('\n', w.Query<string>("select line || column_name || value || reason || file from staging.rejects order by all"))
        + string.Join('\n', w.Query<string>("select file || rows_read || ' ' || rows_kept || ' ' || rows_rejected from staging.files order by all"));

    private void Load(Action<System.Data.Common.DbConnection> check) => Load(w =>
    {
        check(w);
        return 0;
    });

    private T Load<T>(Func<System.Data.Common.DbConnection, T> look, string? output = null)
    {
        using var build = WarehouseBuild.Begin(new() { Exports = _exports.Path, Output = output ?? _output.Path });
        build.LoadFiles();
        SupersededRows.Find(build.Connection);
        WarehouseSchema.CreateStagingViews(build.Connection);
        return look(build.Connection);
    }
}
