using System.CommandLine;
using Analytics.Pipeline.Sample;
using Spectre.Console;

namespace Analytics.Cli;

/// <summary><c>analytics demo</c>: makes the sample and runs everything on it.</summary>
internal static class DemoCommand
{
    public static Command Describe(Texts texts, IAnsiConsole console)
    {
        var output = new Option<string>("--out") { Description = texts["demo.out"], DefaultValueFactory = _ => Path.Combine("out", "demo") };
        var perOwner = RunCommand.PerOwner(texts);
        var anonymous = RunCommand.Anonymous(texts);
        var command = new Command("demo", texts["help.demo"]) { output, perOwner, anonymous };
        command.SetAction(parsed => Guard.Run(texts, console, cancellation => Run(
            parsed.GetValue(output)!, new() { PerOwner = parsed.GetValue(perOwner), Anonymous = parsed.GetValue(anonymous) }, texts, console, cancellation)));
        return command;
    }

    private static int Run(string output, RunOptions run, Texts texts, IAnsiConsole console, CancellationToken cancellation)
    {
        var exports = Path.Combine(output, $"exports-{texts.Language}");
        console.WriteLine(texts.Fill("demo.sample", ("path", exports)));
        SampleCompany.Write(exports, new() { Language = texts.Language });
        return RunCommand.Run(new() { Exports = exports, Output = output, Title = texts["demo.title"] }, run, texts, console, cancellation);
    }
}
