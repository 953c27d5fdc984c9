using System.Text;

namespace Analytics.Pipeline.Landing;

/// <summary>Splits a piece of CSV text into records (RFC 4180); for the head of a file, the engine reads the rest.</summary>
internal static class CsvRecords
{
    public static IEnumerable<string[]> Split(string text, char separator, char quote)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var inQuotes = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
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
                if (EndRecord(cells, cell) is { } record) yield return record;
            }
            else cell.Append(c);
        }
        if (EndRecord(cells, cell) is { } last) yield return last;
    }

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
