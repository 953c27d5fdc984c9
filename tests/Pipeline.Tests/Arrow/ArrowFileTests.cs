using System.Globalization;
using System.Text.Json;
using Analytics.Pipeline.Arrow;
using Analytics.Pipeline.Tests.DuckDb;
using Dapper;

namespace Analytics.Pipeline.Tests.Arrow;

/// <summary>What we write as Arrow, read back by Arrow's own JavaScript library; and as Parquet, by DuckDB.</summary>
public sealed class ArrowFileTests : IDisposable
{
    private const string Reader = """
        const { tableFromIPC } = require("apache-arrow");
        const table = tableFromIPC(require("fs").readFileSync(process.argv[1]));
        const plain = v => v === null || v === undefined ? null : typeof v === "bigint" ? v.toString() : v;
        const digits = (column, i) => Buffer.from(column.data[0].values.buffer, column.data[0].values.byteOffset + 16 * i, 16).toString("hex");
        const columns = table.schema.fields.map(f => table.getChild(f.name));
        const cell = (column, i) => `${column.type}`.startsWith("Decimal") && column.get(i) !== null ? digits(column, i) : plain(column.get(i));
        console.log(JSON.stringify({
          batches: table.batches.length,
          fields: table.schema.fields.map(f => `${f.name}: ${f.type}`),
          rows: Array.from({ length: table.numRows }, (_, i) => columns.map(column => cell(column, i))),
        }));
        """;

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Every_type_is_read_back_by_Arrows_own_library_with_its_missing_values()
    {
        var read = WriteAndRead("""
            select * replace (tiny::tinyint as tiny, small::smallint as small, whole::integer as whole, d4::decimal(4, 2) as d4) from (values
              (true, 1::tinyint, -2::smallint, 3::integer, 9007199254740993::bigint, 0.5::double, date '2025-12-31', timestamp '2025-01-01 00:00:00', 'court', 1.25::decimal(4, 2), 12345.67::decimal(18, 2), -1.5::decimal(38, 6), ['a', 'b']),
              (false, -1, 2, -3, -4, -0.25, date '1969-12-31', timestamp '1969-12-31 23:59:59', 'un texte plus long que douze octets, é€😀', -1.25, -12345.67, 1.5, []),
              (null, null, null, null, null, null, null, null, null, null, null, null, null))
            as t(flag, tiny, small, whole, big, number, day, moment, words, d4, d18, d38, list)
            """);
        Assert.Equal(
            ["flag: Bool", "tiny: Int8", "small: Int16", "whole: Int32", "big: Int64", "number: Float64", "day: Date32<DAY>", "moment: Timestamp<MICROSECOND>", "words: Utf8", "d4: Decimal[4e+2]", "d18: Decimal[18e+2]", "d38: Decimal[38e+6]", "list: Utf8"],
            read.Fields);
        var first = read.Rows.Single(r => r[0] is { ValueKind: JsonValueKind.True });
        Assert.Equal(
            ["True", "1", "-2", "3", "9007199254740993", "0.5", Milliseconds(2025, 12, 31), Milliseconds(2025, 1, 1), "court", Hex(125), Hex(1234567), Hex(-1500000), "[a, b]"],
            first.Select(cell => cell.ToString()));
        var second = read.Rows.Single(r => r[0] is { ValueKind: JsonValueKind.False });
        Assert.Equal(["-86400000", "-1000", "un texte plus long que douze octets, é€😀", Hex(-125), Hex(-1234567), Hex(1500000), "[]"], second[6..].Select(cell => cell.ToString()));
        Assert.All(read.Rows[2], cell => Assert.Equal(JsonValueKind.Null, cell.ValueKind));
    }

    [Fact]
    public void Many_rows_are_several_batches_and_none_is_lost()
    {
        var read = WriteAndRead("select i as n, case when i % 3 > 0 then 'row ' || i end as t from range(200000) r(i)");
        Assert.Equal(2, read.Batches);
        Assert.Equal(200_000, read.Rows.Count);
        Assert.Equal("199999", read.Rows[^1][0].ToString());
        Assert.Equal(66_667, read.Rows.Count(r => r[1].ValueKind == JsonValueKind.Null));
        Assert.All(read.Rows.Where(r => r[1].ValueKind != JsonValueKind.Null), r => Assert.Equal($"row {r[0]}", r[1].ToString()));
    }

    [Fact]
    public void A_table_without_rows_has_its_columns()
    {
        var read = WriteAndRead("select 1 as a, 'x' as b where false");
        Assert.Equal(["a: Int32", "b: Utf8"], read.Fields);
        Assert.Empty(read.Rows);
    }

    [Fact]
    public void The_same_rows_in_another_order_give_the_same_bytes()
    {
        var (one, two) = (Write("select i % 1000 as a, i as b from range(50000) r(i)", "one"), Write("select i % 1000 as a, i as b from range(50000) r(i) order by hash(i)", "two"));
        Assert.Equal(File.ReadAllBytes(one + ".arrow"), File.ReadAllBytes(two + ".arrow"));
        Assert.Equal(File.ReadAllBytes(one + ".parquet"), File.ReadAllBytes(two + ".parquet"));
    }

    [Fact]
    public void Parquet_holds_the_same_rows_with_exact_decimals()
    {
        var path = Write("select 0.1::decimal(38, 6) + i as d, 'é' as t, null::date as n from range(3) r(i)", "p") + ".parquet";
        using var connection = Database.Open();
        Assert.Equal(["0.100000", "1.100000", "2.100000"], connection.Query<string>($"select d::varchar from '{path}' where t = 'é' and n is null order by d"));
        Assert.Equal("DECIMAL(38,6)", connection.QueryFirst<string>($"select typeof(d) from '{path}'"));
    }

    [Fact]
    public void Every_table_of_the_list_is_one_of_a_warehouse()
    {
        File.WriteAllText(Path.Combine(_folder.Path, "orders.csv"), "customer,date,amount\nalpha,2025-01-01,10\nbeta,2025-02-01,20\n");
        using var warehouse = new BuiltWarehouse(_folder.Path);
        foreach (var table in TableFiles.Tables) warehouse.Connection.Execute($"select * from {table} limit 0");
    }

    public void Dispose() => _folder.Dispose();

    private string Write(string select, string name)
    {
        using var connection = Database.Open();
        connection.Execute($"create table main.{name} as {select}");
        TableFiles.Write(connection, $"main.{name}", file => Path.Combine(_folder.Path, file));
        return Path.Combine(_folder.Path, name);
    }

    private ReadBack WriteAndRead(string select)
    {
        var path = Write(select, "t") + ".arrow";
        using var node = NodeProcess.Start(Reader, path);
        var text = node.StandardOutput.ReadToEnd();
        node.WaitForExit();
        return JsonSerializer.Deserialize<ReadBack>(text, JsonSerializerOptions.Web)!;
    }

    private static string Milliseconds(int year, int month, int day) =>
        new DateTimeOffset(year, month, day, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);

    /// <summary>A decimal's digits as Arrow keeps them: 16 bytes, the lowest first.</summary>
    private static string Hex(Int128 digits)
    {
        var bytes = new byte[16];
        for (var i = 0; i < 16; i++) bytes[i] = (byte)(digits >> (8 * i));
        return Convert.ToHexStringLower(bytes);
    }

    private sealed record ReadBack(int Batches, string[] Fields, List<JsonElement[]> Rows);
}
