using System.CommandLine;
using Analytics.Models;
using Analytics.Pipeline;
using Spectre.Console;

namespace Analytics.Cli;

/// <summary><c>analytics score FILE --model model.json</c>: the chances of customers by a model that was learnt before.</summary>
internal static class ScoreCommand
{
    public static Command Describe(Texts texts, IAnsiConsole console)
    {
        var file = new Argument<string>("FILE") { Description = texts["score.file"] };
        var model = new Option<string>("--model") { Description = texts["score.model"], DefaultValueFactory = _ => Path.Combine("out", LearnCommand.ModelName) };
        var output = LearnCommand.Output(texts);
        var command = new Command("score", texts["help.score"]) { file, model, output };
        command.SetAction(parsed => Guard.Run(texts, console, cancellation => Run(parsed.GetValue(file)!, parsed.GetValue(model)!, parsed.GetValue(output)!, texts, console, cancellation)));
        return command;
    }

    private static int Run(string path, string modelPath, string output, Texts texts, IAnsiConsole console, CancellationToken cancellation)
    {
        var model = OutcomeModel.Read(TextOf(modelPath));
        var customers = CustomerTable.Read(path, cancellation);
        var scores = model.Score(CustomerScores.Traits(customers.Columns, customers.Rows));
        var note = texts.Fill("score.done", ("count", texts.Number(customers.Rows)), ("mean", scores.Select(score => score.Chance).DefaultIfEmpty(0).Average().ToString("P1", texts.Culture)),
            ("customers", texts.Number(model.Customers)), ("rate", model.Rate.ToString("P1", texts.Culture)));
        console.WriteLine(note);
        CustomerScores.Write(customers, customers.Outcome(), scores, [note], output, texts, console);
        return ExitCode.Done;
    }

    private static string TextOf(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ProblemException(ProblemCode.FileUnreadable, e, ("file", path), ("reason", e.Message));
        }
    }
}
