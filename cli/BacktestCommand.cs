using System.CommandLine;
using Spectre.Console;

namespace Analytics.Cli;

/// <summary><c>analytics backtest EXPORTS --as-of DATE</c>: how good the predictions of a past day were.</summary>
internal static class BacktestCommand
{
    private static readonly (string Metric, string Format)[] s_rows =
    [
        ("n", "N0"), ("auc_churn", "0.000"), ("ece_churn", "0.000"), ("rate_churn", "P1"), ("auc_top20", "0.000"), ("ece_top20", "0.000"), ("lift_first_decile", "0.0"),
        ("capture", "0.000"), ("capture_oracle", "0.000"), ("new_top20_met", "P0"), ("amount", "N0"),
    ];

    public static Command Describe(Texts texts, IAnsiConsole console)
    {
        var exports = new Argument<string>("EXPORTS") { Description = texts["run.exports"] };
        var asOf = new Option<DateOnly>("--as-of") { Description = texts["backtest.asOf"], Required = true, CustomParser = r => RunCommand.ReadDate(r, texts) ?? default };
        var horizon = RunCommand.Horizon(texts);
        var command = new Command("backtest", texts["help.backtest"]) { exports, asOf, horizon };
        command.SetAction(parsed => Guard.Run(texts, console, cancellation =>
        {
            var result = RunProgress.Show(console, texts, progress =>
                Backtest.Execute(parsed.GetValue(exports)!, parsed.GetValue(asOf), parsed.GetValue(horizon), progress, cancellation));
            Show(result, texts, console);
            return ExitCode.Done;
        }));
        return command;
    }

    private static void Show(BacktestResult result, Texts texts, IAnsiConsole console)
    {
        if (result.Track.Card.Count == 0)
        {
            foreach (var note in result.Prediction.Churn.Notes.Concat(result.Prediction.Potential.Notes)) console.WriteLine(texts.Of(note));
            return;
        }
        ShowFigures(result, texts, console);
        ShowReliability(result, texts, console);
        foreach (var note in result.Track.Notes) console.WriteLine(texts.Of(note));
    }

    private static void ShowFigures(BacktestResult result, Texts texts, IAnsiConsole console)
    {
        var table = new Table { Border = TableBorder.Rounded };
        table.AddColumn(texts.Fill("backtest.figure", ("asOf", result.AsOf.ToString("d", texts.Culture)), ("days", texts.Number(result.HorizonDays))));
        foreach (var column in (string[])["value", "interval", "baseline"]) table.AddColumn(new TableColumn(texts[$"backtest.{column}"]) { Alignment = Justify.Right });
        foreach (var (metric, format) in s_rows)
        {
            var row = result.Track.Card.FirstOrDefault(row => row.Metric == metric);
            if (row is null) continue;
            string Cell(double? value) => value is { } known ? known.ToString(format, texts.Culture) : texts["kpi.notAvailable"];
            table.AddRow(texts[$"backtest.{metric}"], Cell(row.Value), row.Low is null ? "" : $"{Cell(row.Low)} – {Cell(row.High)}", row.Baseline is null ? "" : Cell(row.Baseline));
        }
        console.Write(table);
    }

    private static void ShowReliability(BacktestResult result, Texts texts, IAnsiConsole console)
    {
        var table = new Table { Border = TableBorder.Rounded };
        foreach (var column in (string[])["predicted", "observed", "customers"]) table.AddColumn(new TableColumn(texts[$"backtest.{column}"]) { Alignment = Justify.Right });
        foreach (var bin in result.Track.Bins)
            table.AddRow(bin.Predicted.ToString("P1", texts.Culture), bin.Observed.ToString("P1", texts.Culture), texts.Number(bin.Customers));
        console.Write(table);
    }
}
