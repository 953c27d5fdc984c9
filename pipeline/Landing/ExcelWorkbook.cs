using System.Globalization;
using System.Text;
using ExcelDataReader;

namespace Analytics.Pipeline.Landing;

/// <summary>Rewrites each visible sheet of a workbook as CSV, with the values that Excel shows: formulas' results, dates as dates.</summary>
internal static class ExcelWorkbook
{
    /// <summary>The columns that a sheet can have, of .xlsx and of .xls; a damaged file claims more, and 40,000 rows of 30,000 blanks take half a minute.</summary>
    private const int Most = 16_384, MostInBinary = 256;

    /// <summary>The first byte of the compound files that .xls are.</summary>
    private const int Binary = 0xD0;

    static ExcelWorkbook() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The sheets that hold something, as (name, path in scratch).</summary>
    public static IReadOnlyList<(string Name, string Path)> WriteCsv(string workbook, Func<string> newPath, CancellationToken cancellation)
    {
        using var file = File.OpenRead(workbook);
        var most = file.ReadByte() == Binary ? MostInBinary : Most;
        file.Position = 0;
        using var reader = ExcelReaderFactory.CreateReader(file);
        var widths = Widths(reader, most, cancellation);
        reader.Reset();
        var sheets = new List<(string, string)>();
        foreach (var width in widths)
        {
            if (width > 0) sheets.Add((reader.Name, WriteSheet(reader, width, newPath(), cancellation)));
            reader.NextResult();
        }
        return sheets;
    }

    /// <summary>The columns in use; 0 for a sheet that is hidden or empty. Formatting alone can stretch a sheet to 16,384.</summary>
    private static List<int> Widths(IExcelDataReader reader, int most, CancellationToken cancellation)
    {
        var widths = new List<int>();
        do
        {
            var width = 0;
            while (reader.Read())
            {
                cancellation.ThrowIfCancellationRequested();
                width = Math.Max(width, Used(reader, most));
            }
            widths.Add(reader.VisibleState == "visible" ? width : 0);
        }
        while (reader.NextResult());
        return widths;
    }

    private static string WriteSheet(IExcelDataReader reader, int width, string path, CancellationToken cancellation)
    {
        using var writer = new StreamWriter(path, append: false, new UTF8Encoding(false), 1 << 16) { NewLine = "\n" };
        var merged = (reader.MergeCells ?? []).Where(m => m.FromColumn == m.ToColumn && m.ToRow > m.FromRow).ToLookup(m => m.FromRow);
        var held = new Dictionary<int, (int ToRow, string? Value)>();
        for (var row = 0; reader.Read(); row++)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var merge in merged[row]) held[merge.FromColumn] = (merge.ToRow, Cell(reader, merge.FromColumn));
            writer.WriteLine(Used(reader, width) == 0 ? "" : CsvWriting.Record(Enumerable.Range(0, width).Select(i => Value(i, row))));
        }
        return path;

        // A cell that spans rows holds its value for each of them.
        string? Value(int column, int row) => held.TryGetValue(column, out var above) && row <= above.ToRow ? above.Value : Cell(reader, column);
    }

    private static int Used(IExcelDataReader reader, int most)
    {
        var used = Math.Min(reader.FieldCount, most);
        while (used > 0 && string.IsNullOrWhiteSpace(Cell(reader, used - 1))) used--;
        return used;
    }

    private static string? Cell(IExcelDataReader reader, int column) => column >= reader.FieldCount ? null : reader.GetValue(column) switch
    {
        null => null,
        DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        double number => Number(number),
        var other => Convert.ToString(other, CultureInfo.InvariantCulture),
    };

    /// <summary>A decimal keeps the 15 digits that Excel shows, so 0.1 + 0.2 is 0.3 and a long number has no exponent.</summary>
    private static string Number(double number) => Math.Abs(number) < 1e28
        ? ((decimal)number).ToString(CultureInfo.InvariantCulture)
        : number.ToString("R", CultureInfo.InvariantCulture);
}
