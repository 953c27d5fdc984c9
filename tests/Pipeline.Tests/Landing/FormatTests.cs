using System.IO.Compression;
using System.Text;
using Analytics.Pipeline.DuckDb;
using Analytics.Pipeline.Warehouse;
using Dapper;
using static Analytics.Pipeline.Tests.Landing.Workbook;

namespace Analytics.Pipeline.Tests.Landing;

/// <summary>The same orders, whatever the format that holds them.</summary>
public sealed class FormatTests : IDisposable
{
    private const string Csv = "client;date;montant\na;31/12/2025;1,5\nb;30/12/2025;2,25\n";
    private readonly TemporaryFolder _exports = new();

    [Fact]
    public void A_workbook_gives_each_visible_sheet_with_dates_and_the_results_of_formulas()
    {
        // 46022 is 2025-12-31 and 45991 is 2025-11-30 (ECMA-376 part 1, 18.17.4.1).
        _exports.Write("classeur.xlsx", Of(
            ("Commandes", "visible",
                Row(1, Text("Export du 31/12/2025")) + Row(3, Text("Client"), Text("Date"), Text("Montant"))
                + Row(4, Text("a"), Date(46022), Number("1.5")) + Row(5, Text("b"), Date(45991), Formula("1+1.25", "2.25"))
                + Row(6, Text("Total"), "", Number("3.75"))),
            ("Clients", "visible", Row(1, Text("Nom"), Text("Ville")) + Row(2, Text("a"), Text("Paris"))),
            ("hiddenSheet", "hidden", Row(1, Text("Client"), Text("Date"), Text("Montant")) + Row(2, Text("z"), Date(46022), Number("99")))));
        using var w = new LoadedWarehouse(_exports.Path);
        Assert.Equal([("classeur.xlsx/Commandes", "orders", 3L, 2L), ("classeur.xlsx/Clients", "accounts", 1, 1)], w.Files.Select(f => (f.File, f.Table!, f.RowsRead, f.RowsKept)));
        Assert.Equal([("a", new DateTime(2025, 12, 31), 1.5m), ("b", new DateTime(2025, 11, 30), 2.25m)], Orders(w));
        Assert.Equal("total_row", w.Connection.QuerySingle<string>("select reason from staging.rejects"));
    }

    [Theory]
    [InlineData("orders.json", """[{"customer":"a","date":"2025-12-31","amount":1.5},{"date":"2025-12-30","amount":2.25,"customer":"b"}]""")]
    [InlineData("orders.json", """{"total":2,"data":[{"customer":"a","date":"2025-12-31T10:00:00Z","amount":1.5},{"customer":"b","date":"2025-12-30","amount":"2.25"}]}""")]
    [InlineData("orders.ndjson", "{\"customer\":\"a\",\"date\":\"2025-12-31\",\"amount\":1.5}\n{\"customer\":\"b\",\"date\":\"2025-12-30\",\"amount\":2.25}\n")]
    [InlineData("orders.jsonl", "{\"customer\":{\"name\":\"a\"},\"date\":\"2025-12-31\",\"amount\":1.5}\n{\"customer\":{\"name\":\"b\"},\"date\":\"2025-12-30\",\"amount\":2.25}")]
    public void Json_of_every_usual_shape_is_a_table(string name, string json)
    {
        _exports.Write(name, json);
        using var w = new LoadedWarehouse(_exports.Path);
        ExpectTwo(w, name);
    }

    [Fact]
    public void A_line_of_json_that_is_broken_loses_only_itself()
    {
        _exports.Write("orders.ndjson", "{\"customer\":\"a\",\"date\":\"2025-12-31\",\"amount\":1.5}\n{\"customer\":\"x\",\"da\n{\"customer\":\"b\",\"date\":\"2025-12-30\",\"amount\":2.25}\n");
        using var w = new LoadedWarehouse(_exports.Path);
        Assert.Equal((3, 2, 1), (w.Files[0].RowsRead, w.Files[0].RowsKept, w.Files[0].RowsRejected));
        Assert.Equal((3L, "too_few_columns"), w.Connection.QuerySingle<(long, string)>("select line, reason from staging.rejects"));
        Assert.Equal(3.75, w.Revenue);
    }

    [Fact]
    public void Parquet_is_a_table()
    {
        using (var engine = new DuckDBConnection("Data Source=:memory:"))
        {
            engine.Open();
            engine.Execute($"""
                copy (select 'a' as customer, date '2025-12-31' as "order date", 1.5 as amount union all select 'b', date '2025-12-30', 2.25)
                to {Sql.Text(Path.Combine(_exports.Path, "orders.parquet"))} (format parquet)
                """);
        }
        using var w = new LoadedWarehouse(_exports.Path);
        ExpectTwo(w, "orders.parquet");
    }

    [Fact]
    public void Archives_are_opened_even_one_inside_another()
    {
        _exports.Write("commandes.csv.gz", Gzip(Encoding.UTF8.GetBytes(Csv)));
        _exports.Write("tout.zip", Zip(("2025/autres commandes.csv", Encoding.UTF8.GetBytes(Csv.Replace("1,5", "10").Replace("2,25", "3"))), ("interne.zip", Zip(("clients.csv", "nom;ville\na;Paris\n"u8.ToArray())))));
        using var w = new LoadedWarehouse(_exports.Path);
        Assert.Equal(["commandes.csv", "tout.zip/2025/autres commandes.csv", "tout.zip/interne.zip/clients.csv"], w.Files.Select(f => f.File));
        Assert.Equal(1.5 + 2.25 + 10 + 3, w.Revenue);
    }

    [Fact]
    public void Names_that_climb_out_of_an_archive_write_nothing_outside()
    {
        var outside = Path.Combine(_exports.Path, "..", $"climbed-{Guid.NewGuid():N}.csv");
        _exports.Write("orders.zip", Zip(($"../../../../{Path.GetFileName(outside)}", Encoding.UTF8.GetBytes(Csv)), ("/absolute.csv", Encoding.UTF8.GetBytes(Csv))));
        using var w = new LoadedWarehouse(_exports.Path);
        Assert.False(File.Exists(outside) || File.Exists("/absolute.csv"));
        Assert.Equal(2, w.Files.Count(f => f.Table == "orders"));
    }

    [Fact]
    public void An_archive_that_swells_beyond_reason_is_left_out_and_said_so()
    {
        _exports.Write("orders.csv", Csv);
        _exports.Write("bomb.zip", Zip(("zeros.csv", new byte[100 << 20])));
        _exports.Write("bomb.csv.gz", Gzip(new byte[100 << 20]));
        using var w = new LoadedWarehouse(_exports.Path);
        Assert.Equal(["broken_file", "broken_file"], w.Files.Where(f => f.Table is null).Select(f => f.Note));
    }

    [Theory]
    [InlineData("broken.json", "[{\"a\":1}, {\"b\"")]
    [InlineData("broken.zip", "PK\u0003\u0004 nothing")]
    [InlineData("broken.parquet", "PAR1 nothing")]
    public void A_damaged_file_is_left_out_and_said_so(string name, string text)
    {
        _exports.Write("orders.csv", Csv);
        _exports.Write(name, text);
        using var w = new LoadedWarehouse(_exports.Path);
        Assert.Equal("broken_file", w.Files.Single(f => f.File == name).Note);
        Assert.Equal(3.75, w.Revenue);
    }

    public void Dispose() => _exports.Dispose();

    private static void ExpectTwo(LoadedWarehouse w, string file)
    {
        Assert.Equal((file, 2, 2), (w.Files[0].File, w.Files[0].RowsRead, w.Files[0].RowsKept));
        Assert.Equal([("a", new DateTime(2025, 12, 31), 1.5m), ("b", new DateTime(2025, 12, 30), 2.25m)], Orders(w));
    }

    private static IEnumerable<(string, DateTime, decimal)> Orders(LoadedWarehouse w) =>
        w.Connection.Query<(string, DateTime, decimal)>("select account_id, ordered_at, amount from core.orders order by account_id");

    private static byte[] Zip(params (string Name, byte[] Bytes)[] files)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var file in files)
            {
                using var entry = zip.CreateEntry(file.Name).Open();
                entry.Write(file.Bytes);
            }
        return bytes.ToArray();
    }

    private static byte[] Gzip(byte[] content)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionMode.Compress)) gzip.Write(content);
        return bytes.ToArray();
    }
}
