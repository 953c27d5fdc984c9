using System.Globalization;
using System.Text;
using ExcelDataReader;

namespace Analytics.Pipeline.Review;

/// <summary>A pair of accounts as the analyst marked it.</summary>
/// <param name="Line">The sheet's row.</param>
/// <param name="Mark">What stands in the column of marks; null where nothing does.</param>
internal sealed record MarkedPair(long Line, string Account1, string Account2, string? Mark);

/// <summary>The workbook of possible duplicates that comes back marked: known by its headings, whatever its sheets, rows and columns went through.</summary>
internal static class ReviewFile
{
    /// <summary>The headings that the review file bears in every language.</summary>
    private const string First = "account_1", Second = "account_2";

    static ReviewFile() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Whether a file is a review file and so no export; copies such as "duplicates (1).xlsx" are too.</summary>
    public static bool Is(string path)
    {
        var name = Path.GetFileName(path);
        return name.StartsWith("duplicates", StringComparison.OrdinalIgnoreCase) && name.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase)
            && TryRead(path) is not null;
    }

    /// <summary>The pairs of all sheets that bear the headings.</summary>
    public static IReadOnlyList<MarkedPair> Read(string path) => TryRead(path) ?? [];

    private static List<MarkedPair>? TryRead(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = ExcelReaderFactory.CreateReader(file);
            return Read(reader);
        }
        catch (Exception e) when (e is ExcelDataReader.Exceptions.ExcelReaderException or InvalidDataException or System.Xml.XmlException)
        {
            return null;
        }
    }

    private static List<MarkedPair>? Read(IExcelDataReader reader)
    {
        List<MarkedPair>? pairs = null;
        do
        {
            if (Headings(reader) is not { } found) continue;
            pairs ??= [];
            for (var line = 2; reader.Read(); line++)
                if ((Cell(reader, found.First), Cell(reader, found.Second)) is ({ } first, { } second))
                    pairs.Add(new(line, first, second, Cell(reader, found.Mark)));
        }
        while (reader.NextResult());
        return pairs;
    }

    private static (int First, int Second, int Mark)? Headings(IExcelDataReader reader)
    {
        if (!reader.Read()) return null;
        var headings = Enumerable.Range(0, reader.FieldCount).Select(i => Cell(reader, i)?.ToLowerInvariant() ?? "").ToList();
        var (first, second) = (headings.IndexOf(First), headings.IndexOf(Second));
        var mark = headings.FindIndex(h => h.StartsWith("doublon", StringComparison.Ordinal) || h.StartsWith("duplicate", StringComparison.Ordinal));
        return first < 0 || second < 0 || mark < 0 ? null : (first, second, mark);
    }

    private static string? Cell(IExcelDataReader reader, int column)
    {
        var text = column < reader.FieldCount ? Convert.ToString(reader.GetValue(column), CultureInfo.InvariantCulture)?.Trim() : null;
        return string.IsNullOrEmpty(text) ? null : text;
    }
}
