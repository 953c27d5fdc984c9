using System.Text;

namespace Analytics.Pipeline.Landing;

/// <summary>Splits a piece of CSV text into records (RFC 4180); for the head of a file, the engine reads the rest.</summary>
internal static class CsvRecords
{
    public static IEnumerable<string[]> Split(string text, char separator, char quote) =>
        Read(text, separator, quote).Select(r => r.Cells);

    public static IEnumerable<CsvRecord> Read(string text, char separator, char quote)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var inQuotes = false;
        int line = 1, start = 1;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (EndsLine(text, i)) line++;
            if (inQuotes)
            {
                if (c != quote) cell.Append(c);
                else if (i + 1 < text.Length && text[i + 1] == quote) cell.Append(text[i++]);
                else inQuotes = false;
            }
            else if (c == quote && cell.Length == 0) inQuotes = true;
            else if (c == separator) EndCell(cells, cell);
            else if (c is '\n' or '\r')
            {
                if (EndRecord(cells, cell) is { } record) yield return new(start, record);
                start = line;
            }
            else cell.Append(c);
        }
        if (EndRecord(cells, cell) is { } last) yield return new(start, last);
    }

    private static bool EndsLine(string text, int at) =>
        text[at] == '\n' || (text[at] == '\r' && (at + 1 == text.Length || text[at + 1] != '\n'));

    private static void EndCell(List<string> cells, StringBuilder cell)
    {
        cells.Add(cell.ToString());
        cell.Clear();
    }

    private static string[]? EndRecord(List<string> cells, StringBuilder cell)
    {
        if (cells.Count == 0 && cell.Length == 0) return null;
        EndCell(cells, cell);
        var record = cells.ToArray();
        cells.Clear();
        return record;
    }
}

/// <param name="Line">The line of the file that the record begins on, from 1.</param>
internal sealed record CsvRecord(int Line, string[] Cells)
{
    public int Filled => Cells.Count(c => !string.IsNullOrWhiteSpace(c));

    /// <summary>The widest spread of records: what most of them have, and the first one's where two are as frequent.</summary>
    public static int UsualWidth(IReadOnlyList<CsvRecord> records) => records
        .GroupBy(r => r.Cells.Length)
        .OrderByDescending(g => g.Count()).ThenBy(g => g.Key == records[0].Cells.Length ? 0 : 1)
        .FirstOrDefault()?.Key ?? 0;
}
