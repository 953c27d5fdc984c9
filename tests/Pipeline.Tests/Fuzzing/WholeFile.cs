using System.Globalization;
using System.IO.Compression;
using System.Text;
using Analytics.Pipeline.DuckDb;

namespace Analytics.Pipeline.Tests.Fuzzing;

/// <summary>A small list of orders that is whole, in each format that can be read: what the fuzzer damages.</summary>
internal static class WholeFile
{
    public static readonly string[] Kinds = ["csv", "tsv", "txt", "xlsx", "xls", "json", "ndjson", "parquet", "zip", "csv.gz"];

    private static readonly Lazy<byte[]> s_parquet = new(Parquet);

    public static byte[] Of(string kind, Random random) => kind switch
    {
        "csv" => Text(random, random.Next(2) == 0 ? ';' : ','),
        "tsv" => Text(random, '\t'),
        "txt" => Text(random, '|'),
        "xlsx" => Sheet(random),
        "xls" => OldWorkbook.Of([["customer", "date", "amount", "remark"], .. Enumerable.Range(1, random.Next(1, 9)).Select(i => new object[] { $"c{i}", $"2025-01-0{i}", i + 0.5, "été" })]),
        "json" => Json(random, "[", ",", "]"),
        "ndjson" => Json(random, "", "\n", "\n"),
        "parquet" => s_parquet.Value,
        "zip" => Zip((Name(random), Text(random, ';')), (Name(random), Text(random, ','))),
        _ => Gzip(Text(random, ';')),
    };

    public static byte[] Zip(params (string Name, byte[] Content)[] files)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, content) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        return bytes.ToArray();
    }

    public static byte[] Gzip(byte[] content)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Fastest)) gzip.Write(content);
        return bytes.ToArray();
    }

    /// <summary>Where an archive would like its files to go.</summary>
    private static string Name(Random random) => random.Next(10) switch
    {
        0 => "../../escaped.csv",
        1 => "/tmp/escaped.csv",
        2 => "C:\\Windows\\escaped.csv",
        3 => "a'b\"c;drop table x.csv",
        4 => "two\nlines.csv",
        5 => new string('n', 300) + ".csv",
        6 => "..",
        7 => "[*]?{a}.csv",
        8 => "nul.csv",
        _ => "orders.csv",
    };

    private static byte[] Text(Random random, char separator)
    {
        var text = new StringBuilder(string.Join(separator, "customer", "date", "amount", "remark")).Append('\n');
        for (var i = 0; i < random.Next(1, 30); i++)
            text.Append(string.Join(separator, $"c{random.Next(5)}", $"2025-01-{1 + i % 28:00}", $"{i}.50", i % 3 == 0 ? $"\"two\nlines{separator} \"\"quoted\"\"\"" : "été")).Append('\n');
        return (random.Next(4) == 0 ? Encoding.Latin1 : Encoding.UTF8).GetBytes(text.ToString());
    }

    private static byte[] Sheet(Random random) => Landing.Workbook.Of(("Ventes", "visible", string.Concat(Enumerable.Range(1, random.Next(2, 9)).Select(row => Landing.Workbook.Row(row, row == 1
        ? [.. new[] { "customer", "date", "amount" }.Select(Landing.Workbook.Text)]
        : [Landing.Workbook.Text($"c{row}"), Landing.Workbook.Date(45_650 + row), Landing.Workbook.Number($"{row}.25")])))));

    private static byte[] Json(Random random, string open, string between, string close) => Encoding.UTF8.GetBytes(open + string.Join(between, Enumerable.Range(0, random.Next(2, 12)).Select(i =>
        string.Create(CultureInfo.InvariantCulture, $"{{\"customer\": {{\"name\": \"c{i}\"}}, \"date\": \"2025-02-{1 + i:00}\", \"amount\": {i}.5, \"tags\": [\"a\", \"b\"]}}"))) + close);

    private static byte[] Parquet()
    {
        var path = Path.GetTempFileName();
        using (var connection = new DuckDBConnection("Data Source=:memory:"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = $"copy (select 'c' || i as customer, date '2025-03-01' + i::int as date, i + 0.5 as amount, 'é' as remark from range(12) as r(i)) to '{path.Replace("'", "''", StringComparison.Ordinal)}' (format parquet)";
            command.ExecuteNonQuery();
        }
        var bytes = File.ReadAllBytes(path);
        File.Delete(path);
        return bytes;
    }
}
