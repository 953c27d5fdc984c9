using System.CommandLine;
using Analytics.Pipeline.Sample;
using Spectre.Console;

namespace Analytics.Cli;

/// <summary><c>analytics sample DIR</c>: exports of a company that does not exist, to try things on.</summary>
internal static class SampleCommand
{
    private static readonly SampleOptions s_usual = new();

    public static Command Describe(Texts texts, IAnsiConsole console)
    {
        var folder = new Argument<string>("DIR") { Description = texts["sample.dir"] };
        var customers = new Option<int>("--customers") { Description = texts["sample.customers"], DefaultValueFactory = _ => s_usual.Customers };
        var years = new Option<int>("--years") { Description = texts["sample.years"], DefaultValueFactory = _ => s_usual.Years };
        var seed = new Option<int>("--seed") { Description = texts["sample.seed"], DefaultValueFactory = _ => s_usual.Seed };
        var crm = new Option<string>("--crm") { Description = texts["sample.crm"], DefaultValueFactory = _ => s_usual.Crm };
        var mess = new Option<int>("--mess") { Description = texts["sample.mess"], DefaultValueFactory = _ => s_usual.Mess };
        customers.Validators.Add(r => Within(r, 20, 10_000_000, texts));
        years.Validators.Add(r => Within(r, 1, 50, texts));
        mess.Validators.Add(r => Within(r, 0, 3, texts));
        crm.AcceptOnlyFromAmong([.. SampleOptions.Crms]);
        var command = new Command("sample", texts["help.sample"]) { folder, customers, years, seed, crm, mess };
        command.SetAction(parsed => Guard.Run(texts, console, cancellation => Write(parsed.GetValue(folder)!, new()
        {
            Customers = parsed.GetValue(customers),
            Years = parsed.GetValue(years),
            Seed = parsed.GetValue(seed),
            Crm = parsed.GetValue(crm)!,
            Language = texts.Language,
            Mess = parsed.GetValue(mess),
        }, texts, console, cancellation)));
        return command;
    }

    private static int Write(string folder, SampleOptions options, Texts texts, IAnsiConsole console, CancellationToken cancellation)
    {
        if (Foreign(folder, options) is { Count: > 0 } foreign)
        {
            console.WriteLine(texts.Fill("sample.otherFiles", ("path", folder), ("files", string.Join(", ", foreign.Take(5)))));
            return ExitCode.Input;
        }
        var paths = RunProgress.Show(console, texts, steps => SampleCompany.Stream(folder, options, new Accounts(steps, options), cancellation));
        foreach (var path in paths) console.WriteLine(path);
        console.WriteLine(texts.Fill("sample.next", ("path", folder)));
        return ExitCode.Done;
    }

    /// <summary>Files of another sample, or of someone's, would be read with this one's.</summary>
    private static List<string> Foreign(string folder, SampleOptions options) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder).Select(f => Path.GetFileName(f)).Except(SampleCompany.FilesOf(options), StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList()
        : [];

    private static void Within(System.CommandLine.Parsing.OptionResult result, int least, int most, Texts texts)
    {
        if (result.Tokens.Count > 0 && result.GetValueOrDefault<int>() is var value && (value < least || value > most))
            result.AddError(texts.Fill("usage.within", ("option", result.Option.Name), ("least", texts.Number(least)), ("most", texts.Number(most))));
    }

    private sealed class Accounts(IProgress<RunStep> steps, SampleOptions options) : IProgress<int>
    {
        public void Report(int value) => steps.Report(new("sample", value, options.Customers, ""));
    }
}
