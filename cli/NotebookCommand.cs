using System.CommandLine;
using System.Globalization;
using Analytics.Notebooks;
using Spectre.Console;

namespace Analytics.Cli;

/// <summary><c>analytics notebook</c>: C# in Jupyter, and notebooks executed without it.</summary>
internal static class NotebookCommand
{
    public static Command Describe(Texts texts, IAnsiConsole console) => new("notebook", texts["help.notebook"])
    {
        DescribeInstall(texts, console),
        DescribeRun(texts, console),
        DescribeKernel(texts, console),
    };

    private static Command DescribeInstall(Texts texts, IAnsiConsole console)
    {
        var prefix = new Option<string?>("--prefix") { Description = texts["notebook.prefix"] };
        var user = new Option<bool>("--user") { Description = texts["notebook.user"] };
        var command = new Command("install", texts["help.notebook.install"]) { prefix, user };
        command.SetAction(parsed => Guard.Run(texts, console, _ => Install(parsed.GetValue(user) ? null : parsed.GetValue(prefix), texts, console)));
        return command;
    }

    private static Command DescribeRun(Texts texts, IAnsiConsole console)
    {
        var files = new Argument<string[]>("FILE") { Description = texts["notebook.files"], Arity = ArgumentArity.OneOrMore };
        var html = new Option<bool>("--html") { Description = texts["notebook.html"] };
        var output = new Option<string>("--out") { Description = texts["notebook.out"], DefaultValueFactory = _ => Path.Combine("out", "notebooks") };
        var command = new Command("run", texts["help.notebook.run"]) { files, html, output };
        command.SetAction(parsed => Guard.Run(texts, console, cancellation => Run(
            parsed.GetValue(files)!,
            new() { Output = parsed.GetValue(output)!, WritesHtml = parsed.GetValue(html), Language = texts.Language },
            texts, console, cancellation)));
        return command;
    }

    private static Command DescribeKernel(Texts texts, IAnsiConsole console)
    {
        var connection = new Argument<string>("CONNECTION_FILE");
        var command = new Command("kernel") { connection };
        command.Hidden = true;
        command.SetAction(parsed => Guard.Run(texts, console, _ =>
        {
            NotebookKernel.Serve(parsed.GetValue(connection)!);
            return ExitCode.Done;
        }));
        return command;
    }

    private static int Install(string? prefix, Texts texts, IAnsiConsole console)
    {
        var folder = JupyterKernelSpec.Install(prefix, [.. Self(), "notebook", "kernel"]);
        console.WriteLine(texts.Fill("notebook.installed", ("path", folder)));
        return ExitCode.Done;
    }

    private static int Run(string[] files, NotebookRunOptions options, Texts texts, IAnsiConsole console, CancellationToken cancellation)
    {
        var failed = false;
        foreach (var file in files)
        {
            var clock = System.Diagnostics.Stopwatch.StartNew();
            var run = NotebookRunner.Run(file, options, cancellation);
            var written = run.Page ?? run.Notebook;
            failed |= run.Failure is not null;
            console.WriteLine(run.Failure is { } failure
                ? texts.Fill("notebook.failed", ("path", file), ("cell", failure.Cell.ToString(CultureInfo.InvariantCulture)), ("error", failure.Error), ("written", written))
                : texts.Fill("notebook.done", ("written", written), ("seconds", clock.Elapsed.TotalSeconds.ToString("N1", texts.Culture))));
        }
        return failed ? ExitCode.Input : ExitCode.Done;
    }

    /// <summary>How this program is started again: itself, or dotnet with its library.</summary>
    private static string[] Self()
    {
        var program = Environment.ProcessPath!;
        var library = Path.Combine(AppContext.BaseDirectory, "analytics.dll");
        return Path.GetFileNameWithoutExtension(program) == "analytics" ? [program] : [program, library];
    }
}
