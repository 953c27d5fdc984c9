using System.Text;

namespace Analytics.Notebooks.Display;

/// <summary>A table as aligned text, for consoles and for readers of the raw notebook.</summary>
internal static class TableText
{
    private const int MostRows = 20;
    private const int Widest = 40;

    public static string Of(Table table)
    {
        var shown = Math.Min(table.Count, MostRows);
        var columns = table.Columns.Select(c => (c.IsNumeric, Cells: c.Values.Take(shown).Select(c.Written).Prepend(c.Name).Select(Shortened).ToList())).ToList();
        var text = new StringBuilder();
        for (var row = 0; row <= shown; row++)
            text.AppendLine(string.Join("  ", columns.Select(c => Padded(c.Cells, row, c.IsNumeric))).TrimEnd());
        return text.Append(TableHtml.Caption(table.Count, shown)).ToString().ReplaceLineEndings("\n");
    }

    private static string Padded(List<string> cells, int row, bool isNumeric)
    {
        var width = cells.Max(c => c.Length);
        return isNumeric ? cells[row].PadLeft(width) : cells[row].PadRight(width);
    }

    private static string Shortened(string cell)
    {
        var line = cell.ReplaceLineEndings(" ");
        return line.Length <= Widest ? line : line[..(Widest - 1)] + "…";
    }
}
