using System.CommandLine;
using System.Globalization;
using Analytics.Dashboards;
using Analytics.Pipeline;
using Spectre.Console;

namespace Analytics.Cli;

/// <summary><c>analytics run EXPORTS --out OUT</c>: from a folder of exports to the page.</summary>
internal static class RunCommand
{
    public static Command Describe(Texts texts, IAnsiConsole console)
    {
        var exports = new Argument<string>("EXPORTS") { Description = texts["run.exports"] };
        var output = new Option<string>("--out") { Description = texts["run.out"], DefaultValueFactory = _ => "out" };
        var asOf = new Option<DateOnly?>("--as-of") { Description = texts["run.asOf"], CustomParser = r => ReadDate(r, texts) };
        var horizon = Horizon(texts);
        var title = new Option<string?>("--title") { Description = texts["run.title"] };
        var mapping = Mapping(texts);
        var shards = new Option<int?>("--shards") { Description = texts["run.shards"] };
        shards.Validators.Add(result =>
        {
            if (!IsWhole(result, 1, 1024))
                result.AddError(texts.Fill("usage.shards", ("value", result.Tokens[0].Value)));
        });
        var unmerged = new Option<bool>("--unmerged") { Description = texts["run.unmerged"] };
        var force = new Option<bool>("--force") { Description = texts["run.force"] };
        var perOwner = PerOwner(texts);
        var anonymous = Anonymous(texts);
        var largestPage = LargestPage(texts);
        var command = new Command("run", texts["help.run"]) { exports, output, asOf, horizon, title, mapping, shards, unmerged, force, perOwner, anonymous, largestPage };
        command.SetAction(parsed => Guard.Run(texts, console, cancellation => Run(
            new()
            {
                Exports = parsed.GetValue(exports)!,
                Output = parsed.GetValue(output)!,
                AsOf = parsed.GetValue(asOf),
                HorizonDays = parsed.GetValue(horizon),
                Title = parsed.GetValue(title),
                Mapping = parsed.GetValue(mapping),
                Shards = parsed.GetValue(shards),
                Unmerged = parsed.GetValue(unmerged),
            },
            new() { PublishFailedChecks = parsed.GetValue(force), PerOwner = parsed.GetValue(perOwner), Anonymous = parsed.GetValue(anonymous), LargestPage = parsed.GetValue(largestPage) * 1_000_000L },
            texts, console, cancellation)));
        return command;
    }

    public static int Run(WarehouseOptions options, RunOptions run, Texts texts, IAnsiConsole console, CancellationToken cancellation)
    {
        var result = RunProgress.Show(console, texts, progress => AnalyticsRun.Execute(options, run with { Language = texts.Language }, progress, cancellation));
        new RunReport(console, texts).Show(result);
        return ExitCode.Done;
    }

    public static Option<bool> PerOwner(Texts texts) => new("--per-owner") { Description = texts["run.perOwner"] };

    public static Option<bool> Anonymous(Texts texts) => new("--anonymous") { Description = texts["run.anonymous"] };

    private static bool IsWhole(System.CommandLine.Parsing.OptionResult result, int least, int most) =>
        result.Tokens.Count == 0 || (int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most);

    /// <summary>In megabytes.</summary>
    private static Option<int> LargestPage(Texts texts)
    {
        var largest = new Option<int>("--largest-page") { Description = texts["run.largestPage"], DefaultValueFactory = _ => (int)(PageSize.Most / 1_000_000) };
        largest.Validators.Add(result =>
        {
            if (!IsWhole(result, 1, 1000))
                result.AddError(texts.Fill("usage.largestPage", ("value", result.Tokens[0].Value)));
        });
        return largest;
    }

    public static Option<string?> Mapping(Texts texts) => new("--mapping") { Description = texts["run.mapping"] };

    public static Option<int?> Horizon(Texts texts)
    {
        var horizon = new Option<int?>("--horizon") { Description = texts["run.horizon"] };
        horizon.Validators.Add(result =>
        {
            if (!IsWhole(result, 7, 1096))
                result.AddError(texts.Fill("usage.horizon", ("value", result.Tokens[0].Value)));
        });
        return horizon;
    }

    public static DateOnly? ReadDate(System.CommandLine.Parsing.ArgumentResult result, Texts texts)
    {
        var text = result.Tokens[0].Value;
        if (DateOnly.TryParseExact(text, ["yyyy-MM-dd", "dd/MM/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        result.AddError(texts.Fill("usage.date", ("value", text)));
        return null;
    }
}
