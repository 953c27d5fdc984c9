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
        DescribeWorker(texts, console),
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
        command.SetAction(parsed => Guard.Run(texts, console, _ => Run(parsed.GetValue(files)!, parsed.GetValue(html), parsed.GetValue(output)!, texts, console)));
        return command;
    }

    private static Command DescribeWorker(Texts texts, IAnsiConsole console)
    {
        var pipe = new Argument<string>("PIPE");
        var files = new Argument<string[]>("FILE") { Arity = ArgumentArity.OneOrMore };
        var html = new Option<bool>("--html");
        var output = new Option<string>("--out") { Required = true };
        var command = new Command("worker") { pipe, files, html, output };
        command.Hidden = true;
        command.SetAction(parsed => Guard.Run(texts, console, cancellation => NotebookWorker.Work(
            parsed.GetValue(pipe)!, parsed.GetValue(files)!,
            new() { Output = parsed.GetValue(output)!, WritesHtml = parsed.GetValue(html), Language = texts.Language }, cancellation)));
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

    private static int Run(string[] files, bool html, string output, Texts texts, IAnsiConsole console)
    {
        var failed = false;
        foreach (var came in NotebookWorker.Execute(files, pipe => [.. Self(), "notebook", "worker", pipe, "--out", output, .. html ? ["--html"] : Array.Empty<string>(), "--lang", texts.Language]))
        {
            failed |= came.Run is not { Failure: null };
            console.WriteLine(Sentence(came, texts));
        }
        return failed ? ExitCode.Input : ExitCode.Done;
    }

    private static string Sentence(NotebookWorker.Event came, Texts texts) => came switch
    {
        { Run: { Failure: null } run } => texts.Fill("notebook.done", ("written", run.Page ?? run.Notebook), ("seconds", came.Seconds.ToString("N1", texts.Culture))),
        { Run: { Failure: { } failure } run } => texts.Fill("notebook.failed", ("path", came.File), ("cell", failure.Cell.ToString(CultureInfo.InvariantCulture)), ("error", failure.Error), ("written", run.Page ?? run.Notebook)),
        { Cell: 0 } => came.Problem!,
        _ => texts.Fill("notebook.ended", ("path", came.File), ("cell", came.Cell.ToString(CultureInfo.InvariantCulture)), ("error", came.Problem!)),
    };

    /// <summary>How this program is started again: itself, or dotnet with its library.</summary>
    private static string[] Self()
    {
        var program = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "analytics.exe" : "analytics");
        return File.Exists(program) ? [program] : [Environment.ProcessPath!, Path.Combine(AppContext.BaseDirectory, "analytics.dll")];
    }
}
