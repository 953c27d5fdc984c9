using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Spectre.Console;

namespace Analytics.Cli;

/// <summary>Figures for a person (a table) or for a machine (JSON, CSV with a point for decimals).</summary>
internal sealed class KpiPrinter(IAnsiConsole console, Texts texts)
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public void Introduce(KpiDescription kpi, bool explain)
    {
        console.WriteLine(kpi.Label);
        if (kpi.Missing.Length > 0) console.WriteLine(texts.Fill("kpi.missing", ("tables", kpi.Missing)));
        if (!explain) return;
        console.WriteLine(texts.Fill("kpi.formula", ("formula", kpi.Formula)));
        console.WriteLine(texts.Fill("kpi.excluded", ("excluded", kpi.Excluded.Length > 0 ? kpi.Excluded : texts["kpi.none"])));
    }

    public void Print(KpiTable table, string format)
    {
        switch (format)
        {
            case "json": PrintJson(table); break;
            case "csv": PrintCsv(table); break;
            default: PrintTable(table); break;
        }
    }

    private void PrintTable(KpiTable table)
    {
        var shown = new Table { Border = TableBorder.Rounded };
        foreach (var (column, place) in table.Columns.Select((c, i) => (c, i)))
            shown.AddColumn(new TableColumn(texts[$"kpi.column.{column}"])
            {
                Alignment = table.Rows.Any(r => r[place] is double or long) ? Justify.Right : Justify.Left,
            });
        foreach (var row in table.Rows) shown.AddRow(row.Select((c, i) => new Text(c is null && table.Columns[i] is "missing" ? "–" : Cell(c))).ToArray());
        console.Write(shown);
    }

    private void PrintJson(KpiTable table)
    {
        var rows = table.Rows.Select(r => table.Columns.Zip(r).ToDictionary(c => c.First, c => c.Second, StringComparer.Ordinal));
        console.Profile.Out.Writer.WriteLine(JsonSerializer.Serialize(rows, Readable));
    }

    private void PrintCsv(KpiTable table)
    {
        var writer = console.Profile.Out.Writer;
        writer.WriteLine(string.Join(',', table.Columns));
        foreach (var row in table.Rows)
            writer.WriteLine(string.Join(',', row.Select(c => Quote(c is string text ? Inert(text) : Convert.ToString(c, CultureInfo.InvariantCulture) ?? ""))));
    }

    private string Cell(object? value) => value switch
    {
        null => texts["kpi.notAvailable"],
        double number => number.ToString(Math.Abs(number) < 10 && number != Math.Floor(number) ? "N3" : "N0", texts.Culture),
        long count => count.ToString("N0", texts.Culture),
        _ => Convert.ToString(value, texts.Culture)!,
    };

    /// <summary>A text that a spreadsheet would run as a formula gets an apostrophe before it.</summary>
    private static string Inert(string text) => text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? $"'{text}" : text;

    private static string Quote(string cell) => cell.AsSpan().IndexOfAny(",\"\r\n") < 0
        ? cell
        : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
