using System.CommandLine;
using System.Globalization;
using Spectre.Console;

namespace Analytics.Cli;

/// <summary>The <c>analytics</c> command: its verbs, and one place where every error becomes a sentence and an exit code.</summary>
internal static class AnalyticsCommand
{
    public static int Run(string[] arguments, IAnsiConsole console)
    {
        var texts = Texts.For(arguments);
        CultureInfo.CurrentUICulture = texts.Culture;
        var root = Describe(texts, console);
        var parsed = root.Parse(arguments);
        var code = parsed.Invoke(new InvocationConfiguration
        {
            EnableDefaultExceptionHandler = false,
            Output = console.Profile.Out.Writer,
            Error = console.Profile.Out.Writer,
        });
        return parsed.Errors.Count > 0 ? ExitCode.Usage : code;
    }

    private static RootCommand Describe(Texts texts, IAnsiConsole console)
    {
        var language = new Option<string>("--lang") { Description = texts["option.lang"], Recursive = true };
        language.AcceptOnlyFromAmong("fr", "en");
        return new RootCommand(texts["help.root"])
        {
            language,
            DemoCommand.Describe(texts, console),
            RunCommand.Describe(texts, console),
            MapCommand.Describe(texts, console),
            CheckCommand.Describe(texts, console),
            BacktestCommand.Describe(texts, console),
            LearnCommand.Describe(texts, console),
            ScoreCommand.Describe(texts, console),
            SampleCommand.Describe(texts, console),
            KpiCommand.Describe(texts, console),
            NotebookCommand.Describe(texts, console),
        };
    }
}
