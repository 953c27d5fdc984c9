using System.Globalization;
using System.Text;

namespace Analytics.Targets;

/// <summary>All lists as one table, as spreadsheets of the language read it; a text that they would run as a formula gets an apostrophe before it.</summary>
internal static class CsvWriter
{
    public static string Write(TargetPages pages, Language language)
    {
        var text = new StringBuilder();
        Append(text, language, [language["column.list"], .. pages.Pages[0].Columns.Select((column, i) => Common(column.Heading, i, language)), language["column.meaning"]]);
        foreach (var page in pages.Pages)
            foreach (var target in page.Rows)
                Append(text, language, [page.Title, .. page.Columns.Select(column => Cell(column.Value(target), language)), Meaning(page)]);
        return text.ToString();
    }

    /// <summary>Probability and amount mean something else on each list; their headings stand in the last column.</summary>
    private static string Common(string heading, int column, Language language) => column switch
    {
        5 => language["column.probability"],
        6 => language["column.amount"],
        _ => heading,
    };

    private static string Meaning(TargetPage page) => $"{page.Columns[5].Heading} / {page.Columns[6].Heading}";

    private static void Append(StringBuilder text, Language language, IEnumerable<string> cells) =>
        text.AppendJoin(language.Separator, cells.Select(cell => Quoted(cell, language.Separator))).Append("\r\n");

    private static string Cell(object? value, Language language) => value switch
    {
        null => "",
        string text => Inert(text),
        DateOnly day => language.Day(day),
        double share => Math.Round(share, 4).ToString("0.####", language.Numbers),
        decimal amount => amount.ToString("0.00", language.Numbers),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static string Inert(string text) => text.TrimStart() is ['=' or '+' or '-' or '@' or '|', ..] || text is ['\t' or '\r' or '\n', ..] ? $"'{text}" : text;

    private static string Quoted(string cell, char separator) => cell.AsSpan().IndexOfAny([separator, '"', '\r', '\n']) < 0
        ? cell
        : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
