using System.Text;

namespace Analytics.Pipeline.Landing;

/// <summary>Splits a piece of CSV text into records (RFC 4180); for the head of a file, and for a file that the engine cannot read whole.</summary>
internal static class CsvRecords
{
    public static IEnumerable<string[]> Split(string text, char separator, char quote) =>
        Read(text, separator, quote).Select(r => r.Cells);

    public static IEnumerable<CsvRecord> Read(string text, char separator, char quote) => Read(new StringReader(text), separator, quote);

    public static IEnumerable<CsvRecord> Read(TextReader text, char separator, char quote)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var inQuotes = false;
        int line = 1, start = 1;
        while (text.Read() is >= 0 and var code)
        {
            var c = (char)code;
            if (EndsLine(c, text)) line++;
            if (inQuotes)
            {
                if (c != quote) cell.Append(c);
                else if (text.Peek() == quote) cell.Append((char)text.Read());
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

    private static bool EndsLine(char c, TextReader text) => c == '\n' || (c == '\r' && text.Peek() != '\n');

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
