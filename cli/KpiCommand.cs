using System.CommandLine;
using Analytics.Pipeline;
using Spectre.Console;

namespace Analytics.Cli;

/// <summary><c>analytics kpi [NAME]</c>: the catalogue, or one KPI's figures from the published warehouse.</summary>
internal static class KpiCommand
{
    public static Command Describe(Texts texts, IAnsiConsole console)
    {
        var name = new Argument<string?>("NAME") { Description = texts["kpi.name"], Arity = ArgumentArity.ZeroOrOne };
        var output = new Option<string>("--out") { Description = texts["kpi.out"], DefaultValueFactory = _ => "out" };
        var by = new Option<string>("--by") { Description = texts["kpi.by"], DefaultValueFactory = _ => "all" };
        var segment = new Option<string?>("--segment") { Description = texts["kpi.segment"] };
        var owner = new Option<string?>("--owner") { Description = texts["kpi.owner"] };
        var period = new Option<string?>("--period") { Description = texts["kpi.period"] };
        period.AcceptOnlyFromAmong("all", "ttm", "year", "quarter", "month");
        var json = new Option<bool>("--json") { Description = texts["kpi.json"] };
        var csv = new Option<bool>("--csv") { Description = texts["kpi.csv"] };
        var explain = new Option<bool>("--explain") { Description = texts["kpi.explain"] };
        var command = new Command("kpi", Help(texts)) { name, output, by, segment, owner, period, json, csv, explain };
        command.SetAction(parsed => Guard.Run(texts, console, _ => Show(
            parsed.GetValue(output)!,
            new(parsed.GetValue(name), parsed.GetValue(by)!, parsed.GetValue(period), parsed.GetValue(segment), parsed.GetValue(owner)),
            parsed.GetValue(json) ? "json" : parsed.GetValue(csv) ? "csv" : "table",
            parsed.GetValue(explain), texts, console)));
        return command;
    }

    private static int Show(string output, KpiQuestion question, string format, bool explain, Texts texts, IAnsiConsole console)
    {
        if (KpiReader.TryOpen(output, texts.Language) is not { } warehouse)
        {
            console.WriteLine(texts.Fill("kpi.noWarehouse", ("path", output)));
            return ExitCode.Input;
        }
        using (warehouse) return Answer(warehouse, question, format, explain, texts, console);
    }

    private static int Answer(KpiReader warehouse, KpiQuestion question, string format, bool explain, Texts texts, IAnsiConsole console)
    {
        var printer = new KpiPrinter(console, texts);
        if (question.Name is null)
        {
            printer.Print(warehouse.Catalogue(), format);
            return ExitCode.Done;
        }
        if (warehouse.Describe(question.Name) is not { } kpi)
        {
            console.WriteLine(texts.Fill("kpi.unknown", ("name", question.Name), ("near", string.Join(", ", warehouse.Near(question.Name)))));
            return ExitCode.Usage;
        }
        if (Unheard(warehouse, question, texts) is { } sentence)
        {
            console.WriteLine(sentence);
            return ExitCode.Usage;
        }
        var asked = question with { Period = question.Period ?? warehouse.WidestPeriod(question) };
        if (format == "table") Show(warehouse, asked, kpi, explain, texts, console);
        else printer.Print(warehouse.Figures(asked), format);
        return ExitCode.Done;
    }

    private static void Show(KpiReader warehouse, KpiQuestion question, KpiDescription kpi, bool explain, Texts texts, IAnsiConsole console)
    {
        var printer = new KpiPrinter(console, texts);
        printer.Introduce(question.Owner is null ? kpi : kpi with { Label = $"{kpi.Label} ({question.Owner})" }, explain);
        var figures = warehouse.Figures(question);
        if (figures.Rows.Count > 0) printer.Print(figures, kpi);
        else if (kpi.Missing.Length == 0) console.WriteLine(Silence(warehouse.ToldBy(question.Name!), texts));
        if (warehouse.Overlaps(question.By)) console.WriteLine(texts["kpi.overlaps"]);
        if (explain && warehouse.LastCell(question) is { } cell) printer.PrintRows(warehouse.Behind(question.Name!, cell), cell);
    }

    /// <summary>Why a question cannot be answered: it names a dimension or a salesperson that the warehouse does not know.</summary>
    private static string? Unheard(KpiReader warehouse, KpiQuestion question, Texts texts)
    {
        var dimensions = warehouse.Dimensions();
        if (question.By != "all" && !dimensions.Contains(question.By, StringComparer.Ordinal))
            return texts.Fill("kpi.unknownDimension", ("name", question.By), ("dimensions", string.Join(", ", dimensions)));
        var owners = question.Owner is null ? [] : warehouse.Owners();
        return question.Owner is null || owners.Contains(question.Owner, StringComparer.OrdinalIgnoreCase)
            ? null
            : texts.Fill("kpi.unknownOwner", ("name", question.Owner), ("owners", string.Join(", ", owners)));
    }

    private static string Silence(KpiTelling told, Texts texts) => told.Periods.Count == 0
        ? texts["kpi.nothing"]
        : texts.Fill(told.IsByOwner ? "kpi.toldBy" : "kpi.toldOfAllOwners", ("dimensions", string.Join(", ", told.Dimensions)), ("periods", string.Join(", ", told.Periods)));

    /// <summary>Every KPI by what it is about, so that the one wanted is found before there is a warehouse.</summary>
    private static string Help(Texts texts)
    {
        var width = KpiNames.All.Max(k => k.Name.Length);
        var themes = KpiNames.All.GroupBy(k => k.Theme, StringComparer.Ordinal).Select(theme =>
            $"{texts[$"kpi.theme.{theme.Key}"]}\n{string.Join('\n', theme.Select(k => $"  {k.Name.PadRight(width)}  {(texts.Language == "fr" ? k.LabelFr : k.LabelEn)}"))}");
        return $"{texts["help.kpi"]}\n\n{string.Join("\n\n", themes)}";
    }
}

/// <param name="Name">The KPI, or null for the catalogue.</param>
/// <param name="By">A segment dimension, or "all".</param>
/// <param name="Period">A kind of period; null for the widest that the KPI is told over.</param>
/// <param name="Segment">One segment of the dimension; null for all of them.</param>
/// <param name="Owner">The name of one salesperson; null for all of them together.</param>
internal sealed record KpiQuestion(string? Name, string By, string? Period, string? Segment, string? Owner);
