using System.Globalization;
using System.Text;

namespace Analytics.Workbooks;

/// <summary>Writes rows as a text file that spreadsheets of the language read; a text that they would run as a formula gets an apostrophe before it.</summary>
public static class CsvFile
{
    /// <summary>Writes headings and rows in UTF-8 with a byte order mark, by which spreadsheets tell it; rows are written as they come.</summary>
    public static void Write(string path, IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<object?>> rows, Language language)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(language);
        using var writer = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)) { NewLine = "\r\n" };
        writer.WriteLine(Record(headings, language));
        foreach (var row in rows) writer.WriteLine(Record(row, language));
    }

    private static string Record(IEnumerable<object?> cells, Language language) =>
        string.Join(language.Separator, cells.Select(cell => Quoted(Cell(cell, language), language.Separator)));

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
