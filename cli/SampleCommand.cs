using System.CommandLine;
using Analytics.Pipeline.Sample;
using Spectre.Console;

namespace Analytics.Cli;

/// <summary><c>analytics sample DIR</c>: exports of a company that does not exist, to try things on.</summary>
internal static class SampleCommand
{
    public static Command Describe(Texts texts, IAnsiConsole console)
    {
        var folder = new Argument<string>("DIR") { Description = texts["sample.dir"] };
        var customers = new Option<int>("--customers") { Description = texts["sample.customers"], DefaultValueFactory = _ => new SampleOptions().Customers };
        var years = new Option<int>("--years") { Description = texts["sample.years"], DefaultValueFactory = _ => new SampleOptions().Years };
        var seed = new Option<int>("--seed") { Description = texts["sample.seed"], DefaultValueFactory = _ => new SampleOptions().Seed };
        customers.Validators.Add(r => AtLeast(r, 20, texts));
        years.Validators.Add(r => AtLeast(r, 1, texts));
        var command = new Command("sample", texts["help.sample"]) { folder, customers, years, seed };
        command.SetAction(parsed => Guard.Run(texts, console, _ => Write(parsed.GetValue(folder)!, new()
        {
            Customers = parsed.GetValue(customers),
            Years = parsed.GetValue(years),
            Seed = parsed.GetValue(seed),
        }, texts, console)));
        return command;
    }

    private static int Write(string folder, SampleOptions options, Texts texts, IAnsiConsole console)
    {
        foreach (var path in SampleCompany.Write(folder, options))
            console.WriteLine(path);
        console.WriteLine(texts.Fill("sample.next", ("path", folder)));
        return ExitCode.Done;
    }

    private static void AtLeast(System.CommandLine.Parsing.OptionResult result, int least, Texts texts)
    {
        if (result.Tokens.Count > 0 && result.GetValueOrDefault<int>() < least)
            result.AddError(texts.Fill("usage.atLeast", ("option", result.Option.Name), ("least", texts.Number(least))));
    }
}
