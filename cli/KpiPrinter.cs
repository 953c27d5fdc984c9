using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Analytics.Pipeline;
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
            default: PrintTable(table, InWords); break;
        }
    }

    /// <summary>Figures of one KPI, in its unit; what a figure without a value means, where the KPI has a word for it.</summary>
    public void Print(KpiTable figures, KpiDescription kpi)
    {
        var (value, numerator) = (figures.Columns.IndexOf("value"), figures.Columns.IndexOf("numerator"));
        var word = texts.Has($"kpi.null.{kpi.Name}") ? texts[$"kpi.null.{kpi.Name}"] : null;
        foreach (var row in figures.Rows.Where(row => row[value] is null && row[numerator] is not null)) row[value] = word;
        PrintTable(figures, (column, cell) => (column, cell) switch
        {
            ("value" or "low" or "high", double ratio) when IsShare(kpi) => ratio.ToString("P1", texts.Culture),
            ("value" or "low" or "high", double hours) when kpi.Unit == "hours" => texts.Hours(hours),
            ("segment", string segment) => Segment(segment),
            ("from" or "to", string day) => texts.Day(DateOnly.Parse(day, CultureInfo.InvariantCulture)),
            _ => Cell(cell),
        });
    }

    /// <summary>The rows that a figure is made of, its numerator's first.</summary>
    public void PrintRows(IReadOnlyList<FigureRows> parts, FigureCell cell)
    {
        foreach (var part in parts)
        {
            console.WriteLine();
            console.WriteLine(texts.Fill("kpi.rows",
                ("part", texts[$"kpi.column.{part.Part}"]), ("segment", Segment(cell.Segment)), ("from", Cell(cell.From)), ("to", Cell(cell.To.AddDays(-1))),
                ("count", texts.Number(part.Count)), ("rows", texts.Language == "fr" ? part.LabelFr : part.LabelEn), ("total", Cell(part.Total))));
            if (part.Rows.Count == 0) continue;
            var shown = new Table { Border = TableBorder.Rounded };
            foreach (var column in part.Columns) shown.AddColumn(new TableColumn(new Text(column)));
            foreach (var row in part.Rows) shown.AddRow(row.Select(c => new Text(Cell(c))).ToArray());
            console.Write(shown);
        }
    }

    private string Segment(string segment) => segment switch
    {
        "all" => texts["kpi.wholeBase"],
        "(unknown)" => texts["kpi.unknownSegment"],
        _ => segment,
    };

    private string InWords(string column, object? value) => column switch
    {
        "missing" when value is null => "–",
        "theme" => texts[$"kpi.theme.{value}"],
        _ => Cell(value),
    };

    /// <summary>Lifetime value over acquisition cost is read as "4 times", not as 400 %.</summary>
    private static bool IsShare(KpiDescription kpi) => kpi is { Unit: "ratio", Name: not "ltv_to_cac" };

    private void PrintTable(KpiTable table, Func<string, object?, string> cell)
    {
        var shown = new Table { Border = TableBorder.Rounded };
        foreach (var (column, place) in table.Columns.Select((c, i) => (c, i)))
            shown.AddColumn(new TableColumn(texts[$"kpi.column.{column}"])
            {
                Alignment = table.Rows.Any(r => r[place] is double or long) ? Justify.Right : Justify.Left,
            });
        foreach (var row in table.Rows)
            shown.AddRow(row.Select((c, i) => new Text(cell(table.Columns[i], c))).ToArray());
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
        double number => number.ToString(number == Math.Floor(number) ? "N0" : Math.Abs(number) < 10 ? "N3" : "N2", texts.Culture),
        decimal money => money.ToString("N2", texts.Culture),
        DateOnly day => texts.Day(day),
        DateTime day => texts.Day(DateOnly.FromDateTime(day)),
        bool flag => texts[flag ? "kpi.yes" : "kpi.no"],
        long count => count.ToString("N0", texts.Culture),
        _ => Convert.ToString(value, texts.Culture)!,
    };

    /// <summary>A text that a spreadsheet would run as a formula gets an apostrophe before it.</summary>
    private static string Inert(string text) => text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? $"'{text}" : text;

    private static string Quote(string cell) => cell.AsSpan().IndexOfAny(",\"\r\n") < 0
        ? cell
        : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
