using System.Globalization;
using System.Text;

namespace Analytics.Pipeline.Tests.Landing;

/// <summary>Files damaged at random, always the same way: never a crash, and rows read = rows kept + rows rejected.</summary>
public sealed class MutationTests : IDisposable
{
    private static readonly string[] Splinters = ["\"", "'", ";", ",", "\n", "\r", "\r\n", "\0", "\t", "\uFEFF", "é", "\"\"", "\";\"", "\n\n", "''", "\\", "\u2028", "=1+1", "''';drop table x;--"];
    private readonly TemporaryFolder _exports = new();
    private readonly TemporaryFolder _output = new();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void A_damaged_file_loses_no_row_unnamed(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 12; round++)
        {
            var text = Damage(random, Plain(random));
            _exports.Write("keep.csv", "customer,date,amount\na,2025-01-01,1\n");
            _exports.Write("orders.csv", text, random.Next(4) == 0 ? Encoding.Latin1 : null);
            foreach (var file in Load())
                Assert.True(file.RowsRead == file.RowsKept + file.RowsRejected, $"{file} of seed {seed}, round {round}: {System.Text.Json.JsonSerializer.Serialize(text)}");
        }
    }

    public void Dispose()
    {
        _exports.Dispose();
        _output.Dispose();
    }

    private IReadOnlyList<FileReport> Load()
    {
        using var build = WarehouseBuild.Begin(new() { Exports = _exports.Path, Output = _output.Path });
        return build.LoadFiles(cancellation: TestContext.Current.CancellationToken);
    }

    private static string Plain(Random random)
    {
        var text = new StringBuilder("customer;date;amount;note\n");
        for (var i = 0; i < random.Next(1, 30); i++)
            text.Append(CultureInfo.InvariantCulture, $"c{random.Next(5)};2025-01-{1 + i % 28:00};{i},50;{(i % 3 == 0 ? "\"two\nlines; \"\"quoted\"\"\"" : "plain")}\n");
        return text.ToString();
    }

    private static string Damage(Random random, string text)
    {
        for (var i = random.Next(1, 6); i > 0; i--)
        {
            var at = random.Next(text.Length);
            text = random.Next(4) switch
            {
                0 => text.Remove(at, Math.Min(random.Next(1, 12), text.Length - at)),
                1 => text[..at],
                _ => text.Insert(at, Splinters[random.Next(Splinters.Length)]),
            };
            if (text.Length == 0) return ";";
        }
        return text;
    }
}
