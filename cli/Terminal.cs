using Spectre.Console;

namespace Analytics.Cli;

/// <summary>Where the command writes: colours and a bar on a terminal, plain wide text in a pipe or a file.</summary>
internal static class Terminal
{
    private const int PipeWidth = 160;

    public static IAnsiConsole Open() => Console.IsOutputRedirected
        ? Plain(Console.Out)
        : AnsiConsole.Console;

    public static IAnsiConsole Plain(TextWriter writer)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });
        console.Profile.Width = PipeWidth;
        return console;
    }
}
