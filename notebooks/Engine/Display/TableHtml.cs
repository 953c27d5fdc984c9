using System.Globalization;
using System.Text;

namespace Analytics.Notebooks.Display;

/// <summary>A table as HTML: the first rows at once; a script, where one may run, sorts and turns the pages.</summary>
internal static class TableHtml
{
    private const int PageSize = 20;
    private const int MostRows = 1_000;

    public static string Of(Table table)
    {
        var shown = Math.Min(table.Count, MostRows);
        var html = new StringBuilder().Append(CultureInfo.InvariantCulture, $"<div class=\"analytics-table\" data-page=\"{PageSize}\" data-of=\"{HtmlText.Encode(Words.Of("table.of"))}\"><table><thead><tr>");
        foreach (var column in table.Columns)
            html.Append(CultureInfo.InvariantCulture, $"<th scope=\"col\"{Kind(column)} title=\"{HtmlText.Encode(column.Type)}\">{HtmlText.Encode(column.Name)}</th>");
        html.Append("</tr></thead><tbody>");
        for (var row = 0; row < shown; row++)
        {
            html.Append(row < PageSize ? "<tr>" : "<tr hidden>");
            foreach (var column in table.Columns) html.Append(Cell(column, row));
            html.Append("</tr>\n");
        }
        html.Append("</tbody></table>");
        html.Append(CultureInfo.InvariantCulture, $"<p class=\"analytics-rows\">{HtmlText.Encode(Caption(table.Count, shown))}</p></div>");
        return html.Append(OutputScript.Element).ToString();
    }

    public static string Caption(int count, int shown) => count <= shown
        ? Words.Fill(count == 1 ? "table.row" : "table.rows", ("count", count.ToString("N0", Words.Culture)))
        : Words.Fill("table.first", ("shown", shown.ToString("N0", Words.Culture)), ("count", count.ToString("N0", Words.Culture)));

    private static string Kind(Column column) => column.IsNumeric ? " class=\"n\"" : "";

    private static string Cell(Column column, int row)
    {
        var value = column.Values[row];
        var sort = column.IsNumeric && value is IFormattable number ? $" data-v=\"{HtmlText.Encode(number.ToString(null, CultureInfo.InvariantCulture))}\"" : "";
        return value is null ? $"<td{Kind(column)} data-v=\"\"></td>" : $"<td{Kind(column)}{sort}>{HtmlText.Encode(column.Written(value))}</td>";
    }
}
