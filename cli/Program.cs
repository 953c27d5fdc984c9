using Analytics.Cli;
using Spectre.Console;

return AnalyticsCommand.Run(args, AnsiConsole.Console);
