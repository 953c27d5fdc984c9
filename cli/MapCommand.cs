using System.CommandLine;
using Analytics.Pipeline;
using Spectre.Console;

namespace Analytics.Cli;

/// <summary><c>analytics map EXPORTS</c>: writes down what each file is taken for, to edit and keep.</summary>
internal static class MapCommand
{
    public static Command Describe(Texts texts, IAnsiConsole console)
    {
        var exports = new Argument<string>("EXPORTS") { Description = texts["run.exports"] };
        var output = new Option<string?>("--out") { Description = texts["map.out"] };
        var command = new Command("map", texts["help.map"]) { exports, output };
        command.SetAction(parsed => Guard.Run(texts, console, cancellation =>
            Run(parsed.GetValue(exports)!, parsed.GetValue(output), texts, console, cancellation)));
        return command;
    }

    private static int Run(string exports, string? output, Texts texts, IAnsiConsole console, CancellationToken cancellation)
    {
        var path = output ?? Path.Combine(exports, ExportMapping.FileName);
        if (File.Exists(path)) throw new ProblemException(ProblemCode.MappingExists, ("path", path));
        var files = RunProgress.Show(console, texts, steps => ExportMapping.Propose(exports, null, new BuildSteps(steps), cancellation));
        ExportMapping.Write(path, files, key => texts[key]);
        console.WriteLine(texts.Fill("map.done", ("path", path), ("files", texts.Number(files.Count(f => f.Table is not null))), ("exports", exports)));
        return ExitCode.Done;
    }
}
