using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;
using Analytics.Dashboards.Engine;
using Analytics.Dashboards.Pages;

namespace Analytics.Dashboards.Tests.Engine;

/// <summary>What C# packs is what the page's script unpacks, number by number.</summary>
public class PackingTests
{
    private const int Rows = 5000;
    private const int Accounts = 700;

    private static readonly JsonSerializerOptions AsInPage = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    private static readonly long[] OfRows = [.. Enumerable.Range(0, Rows).Select(row => (long)row * Accounts / Rows)];

    [Fact]
    public void Numbers_of_every_width_come_back()
    {
        var random = new Random(7);
        var columns = new Dictionary<string, long[]>(StringComparer.Ordinal)
        {
            ["none"] = new long[Rows],
            ["alike"] = [.. Enumerable.Repeat(42L, Rows)],
            ["negative"] = Drawn(() => random.NextInt64(-300, 5)),
            ["inSteps"] = Drawn(() => 250 * random.NextInt64(-40, 40)),
            ["rare"] = Drawn(() => random.NextInt64(100) == 0 ? random.NextInt64(1L << 20) : 0),
            ["price"] = Drawn(() => (long)(100 * Math.Exp(5 + random.NextDouble() + random.NextDouble()))),
        };
        for (var bits = 1; bits <= 45; bits++)
            columns[$"bits{bits}"] = Drawn(() => random.NextInt64(1L << bits));
        for (var count = 2; count <= 18; count++)
            columns[$"oneOf{count}"] = Drawn(() => random.NextInt64(count));
        var packer = new ColumnPacker();
        var packed = columns.ToDictionary(column => column.Key, column => packer.Pack(column.Value), StringComparer.Ordinal);

        var unpacked = Unpacked(packer, new() { ["accounts"] = Table(packer), ["sales"] = Sales(packer, packer.Pack(OfRows)), ["wide"] = new PackedTable(Rows, packed) });

        foreach (var (name, values) in columns)
            Assert.Equal(values, unpacked["wide"][name]);
        Assert.Contains(packed.Values, column => column.Top % 8 != 0);
        Assert.Equal([2, 3, 16], new[] { 2, 3, 16 }.Select(count => packed[$"oneOf{count}"].Planes[0].Base));
        Assert.Null(packed["oneOf17"].Planes[0].Base);

        long[] Drawn(Func<long> draw) => [.. Enumerable.Range(0, Rows).Select(_ => draw())];
    }

    [Fact]
    public void What_an_account_usually_buys_comes_back_and_takes_fewer_bytes()
    {
        var random = new Random(7);
        long[] usual = [.. Enumerable.Range(0, Accounts).Select(_ => random.NextInt64(9))];
        long[] products = [.. OfRows.Select(account => random.NextDouble() < 0.8 ? usual[account] : random.NextInt64(9))];
        var packer = new ColumnPacker();
        var accounts = Table(packer, ("usualProduct", packer.Pack(usual)));
        var product = packer.Pack(products, Expected.UsualOfAccount, "usualProduct", usual, OfRows);

        var unpacked = Unpacked(packer, new() { ["accounts"] = accounts, ["sales"] = Sales(packer, product) });

        Assert.Equal(Expected.UsualOfAccount, product.Expected);
        Assert.Equal(products, unpacked["sales"]["product"]);
        Assert.True(Length(product) + Length(accounts.Columns["usualProduct"]) < 0.8 * Length(packer.Pack(products)));
    }

    [Fact]
    public void What_is_usual_of_no_account_is_not_written()
    {
        var random = new Random(7);
        long[] usual = [.. Enumerable.Range(0, Accounts).Select(_ => random.NextInt64(9))];
        long[] products = [.. OfRows.Select(_ => random.NextInt64(9))];
        var packer = new ColumnPacker();
        var product = packer.Pack(products, Expected.UsualOfAccount, "usualProduct", usual, OfRows);

        var unpacked = Unpacked(packer, new() { ["accounts"] = Table(packer), ["sales"] = Sales(packer, product) });

        Assert.Equal(Expected.Nothing, product.Expected);
        Assert.Equal(products, unpacked["sales"]["product"]);
    }

    private static long Length(PackedColumn column) => column.Planes.Sum(plane => plane.Length);

    private static PackedTable Table(ColumnPacker packer, params (string Name, PackedColumn Column)[] more) =>
        new(Accounts, more.Append(("owner", packer.Pack(new long[Accounts]))).ToDictionary(StringComparer.Ordinal));

    private static PackedTable Sales(ColumnPacker packer, PackedColumn product) => new(Rows, new Dictionary<string, PackedColumn>(StringComparer.Ordinal)
    {
        ["account"] = packer.Pack(OfRows, Expected.Before, null, [], []),
        ["day"] = packer.Pack([.. Enumerable.Range(0, Rows).Select(row => (long)row)], Expected.BeforeOfAccount, null, [], OfRows),
        ["amount"] = packer.Pack(OfRows),
        ["product"] = product,
    });

    private static Dictionary<string, Dictionary<string, long[]>> Unpacked(ColumnPacker packer, Dictionary<string, PackedTable> tables)
    {
        using var node = Process.Start(new ProcessStartInfo("node", [Path.Combine(AppContext.BaseDirectory, "unpack.mjs")]) { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false })!;
        node.StandardInput.Write(JsonSerializer.Serialize(new { tables, text = Base116.Text(packer.Bytes) }, AsInPage));
        node.StandardInput.Close();
        var written = node.StandardOutput.ReadToEnd();
        node.WaitForExit();
        return JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, long[]>>>(written)!;
    }
}
