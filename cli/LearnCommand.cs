using System.CommandLine;
using Analytics.Models;
using Analytics.Pipeline;
using Spectre.Console;

namespace Analytics.Cli;

/// <summary><c>analytics learn FILE</c>: from a table of customers, some of whom are known to have left, who of the others is like them.</summary>
internal static class LearnCommand
{
    public const string ModelName = "model.json";

    private static readonly (string Metric, string Format)[] s_columns = [("auc", "0.000"), ("log_loss", "0.000"), ("brier", "0.000"), ("ece", "0.000")];

    public static Command Describe(Texts texts, IAnsiConsole console)
    {
        var file = new Argument<string>("FILE") { Description = texts["learn.file"] };
        var outcome = new Option<string?>("--outcome") { Description = texts["learn.outcome"] };
        var left = new Option<string?>("--left") { Description = texts["learn.left"] };
        var output = Output(texts);
        var command = new Command("learn", texts["help.learn"]) { file, outcome, left, output };
        command.SetAction(parsed => Guard.Run(texts, console, cancellation =>
            Run(parsed.GetValue(file)!, parsed.GetValue(outcome), parsed.GetValue(left), parsed.GetValue(output)!, texts, console, cancellation)));
        return command;
    }

    public static Option<string> Output(Texts texts) => new("--out") { Description = texts["learn.out"], DefaultValueFactory = _ => "out" };

    private static int Run(string path, string? column, string? left, string output, Texts texts, IAnsiConsole console, CancellationToken cancellation)
    {
        var customers = CustomerTable.Read(path, cancellation);
        var outcome = customers.Outcome(column, left)
            ?? throw new ProblemException(ProblemCode.NoOutcome, ("file", customers.File), ("columns", string.Join(", ", customers.Columns.Select(one => one.Name))));
        var traits = customers.TraitsBeside(outcome);
        Introduce(customers, outcome, traits, texts, console);
        var report = RunProgress.Show(console, texts, progress => KnownOutcome.Learn(CustomerScores.Traits(traits.Compared, customers.Rows), outcome.Left, new(), new LearnSteps(progress), cancellation));
        if (report.Model is null)
        {
            foreach (var note in report.Notes) console.WriteLine(texts.Of(note));
            return ExitCode.Input;
        }
        ShowContenders(report, texts, console);
        foreach (var note in report.Notes) console.WriteLine(texts.Of(note));
        console.WriteLine(texts.Fill("learn.model", ("path", OutputFile.Write(output, ModelName, path => File.WriteAllText(path, report.Model.Write())))));
        CustomerScores.Write(customers, outcome, report.Scores, [.. report.Notes.Select(texts.Of)], output, texts, console);
        return ExitCode.Done;
    }

    private static void Introduce(CustomerTable customers, CustomerOutcome outcome, CustomerTraits traits, Texts texts, IAnsiConsole console)
    {
        console.WriteLine(texts.Fill("learn.read", ("file", customers.File), ("read", texts.Number(customers.Rows + customers.Rejected + customers.Repeated)),
            ("kept", texts.Number(customers.Rows)), ("rejected", texts.Number(customers.Rejected)), ("repeated", texts.Number(customers.Repeated))));
        console.WriteLine(texts.Fill("learn.told", ("column", outcome.Column.Name), ("values", string.Join(", ", outcome.LeftValues)), ("left", texts.Number(outcome.Left.Count(one => one == true))),
            ("stayed", texts.Number(outcome.Left.Count(one => one == false))), ("unknown", texts.Number(outcome.Left.Count(one => one is null)))));
        foreach (var reason in traits.LeftOut.GroupBy(one => one.Reason, StringComparer.Ordinal))
            console.WriteLine(texts.Fill($"learn.without.{reason.Key}", ("columns", string.Join(", ", reason.Select(one => one.Name)))));
    }

    private static void ShowContenders(OutcomeReport report, Texts texts, IAnsiConsole console)
    {
        var table = new Table { Border = TableBorder.Rounded };
        table.AddColumn(texts["learn.contender"]);
        foreach (var (metric, _) in s_columns) table.AddColumn(new TableColumn(texts[$"learn.{metric}"]) { Alignment = Justify.Right });
        foreach (var model in report.Card.Where(row => row.Metric == "auc").Select(row => row.Model))
            table.AddRow([texts[$"model.{model}"], .. s_columns.Select(column => Cell(report.Card.Single(row => row.Model == model && row.Metric == column.Metric), column.Format, texts))]);
        console.Write(table);
    }

    private static string Cell(CardRow row, string format, Texts texts)
    {
        var value = row.Value?.ToString(format, texts.Culture) ?? texts["kpi.notAvailable"];
        return row is { Low: { } low, High: { } high } ? $"{value} ({low.ToString(format, texts.Culture)} – {high.ToString(format, texts.Culture)})" : value;
    }

    /// <summary>The trainings that are done, as the bar tells them.</summary>
    private sealed class LearnSteps(IProgress<RunStep> steps) : IProgress<OutcomeStep>
    {
        public void Report(OutcomeStep value) => steps.Report(new("learn", value.Done, value.Total, ""));
    }
}
