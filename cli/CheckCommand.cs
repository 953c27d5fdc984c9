using System.CommandLine;
using System.Globalization;
using Analytics.Pipeline;
using Spectre.Console;

namespace Analytics.Cli;

/// <summary><c>analytics check EXPORTS</c>: names every mistake of a mapping file, with its line and column.</summary>
internal static class CheckCommand
{
    public static Command Describe(Texts texts, IAnsiConsole console)
    {
        var exports = new Argument<string>("EXPORTS") { Description = texts["run.exports"] };
        var mapping = RunCommand.Mapping(texts);
        var command = new Command("check", texts["help.check"]) { exports, mapping };
        command.SetAction(parsed => Guard.Run(texts, console, cancellation =>
            Run(parsed.GetValue(exports)!, parsed.GetValue(mapping), texts, console, cancellation)));
        return command;
    }

    private static int Run(string exports, string? mapping, Texts texts, IAnsiConsole console, CancellationToken cancellation)
    {
        var path = mapping ?? Path.Combine(exports, ExportMapping.FileName);
        var problems = ExportMapping.Check(path);
        if (problems.Count == 0) problems = ExportMapping.Check(path, ExportMapping.Propose(exports, path, cancellation: cancellation));
        foreach (var problem in problems) console.WriteLine(MappingSentence.Of(texts, Facts(path, problem)));
        if (problems.Count == 0) console.WriteLine(texts.Fill("check.passed", ("path", path)));
        return problems.Count == 0 ? ExitCode.Done : ExitCode.Input;
    }

    private static Dictionary<string, string> Facts(string path, MappingProblem problem) => new(StringComparer.Ordinal)
    {
        ["file"] = path,
        ["code"] = problem.Code,
        ["line"] = problem.Line.ToString(CultureInfo.InvariantCulture),
        ["column"] = problem.Column.ToString(CultureInfo.InvariantCulture),
        ["found"] = problem.Found,
        ["expected"] = problem.Expected,
        ["nearest"] = problem.Nearest ?? "",
    };
}
