using System.Globalization;
using System.Text.RegularExpressions;
using Analytics.Pipeline.Sample;

namespace Analytics.Cli.Tests;

public sealed partial class BacktestTests : IDisposable
{
    private readonly CommandLine _place = new();

    [Fact]
    public void The_real_orders_of_a_past_day_are_foretold_as_well_as_the_best_peer()
    {
        var folder = Environment.GetEnvironmentVariable("ANALYTICS_REAL_DATA");
        Assert.SkipWhen(folder is null, "ANALYTICS_REAL_DATA names no folder.");
        _place.Write("exports/orders.csv", "customer,date,amount\n" + string.Join('\n', File.ReadLines(Path.Combine(folder, "cdnow", "CDNOW_master.txt"))
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(cells => cells.Length == 4 && char.IsDigit(cells[0][0]))
            .Select(cells => $"{cells[0]},{cells[1][..4]}-{cells[1][4..6]}-{cells[1][6..]},{cells[3]}")));
        var (code, text) = Backtest("--as-of", "1997-09-30", "--horizon", "273");

        Assert.Equal(0, code);
        Assert.InRange(Figure(text, "No further order: AUC"), 0.770, 1);
        Assert.InRange(Figure(text, "Top 20%: AUC"), 0.806, 1);
        Assert.InRange(Figure(text, "Share of the amount held by the predicted"), 0.687, 0.938);
        Assert.InRange(Figure(text, "Top 20%: mean distance"), 0, 0.020);
        Assert.InRange(Figure(text, "No further order: mean distance"), 0, 0.020);
    }

    [Fact]
    public void The_sample_is_told_in_figures_and_groups()
    {
        SampleCompany.Write(_place.At("exports"));
        var (code, text) = Backtest("--as-of", "2025-03-31");

        Assert.Equal(0, code);
        Assert.Contains("Predicted on 31/03/2025, over 180 days", text, StringComparison.Ordinal);
        Assert.InRange(Figure(text, "No further order: AUC"), 0.6, 1);
        Assert.Contains("Looking back at the predictions of 2025-03-31", text, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_place.At("out")));
    }

    [Fact]
    public void A_day_whose_horizon_is_not_over_is_refused_with_the_remedy()
    {
        SampleCompany.Write(_place.At("exports"), new() { Customers = 30 });
        var (code, text) = Backtest("--as-of", "2025-11-30", "--horizon", "90");

        Assert.Equal(3, code);
        Assert.Contains("the 90 days after 2025-11-30 are not over", text, StringComparison.Ordinal);
        Assert.Equal(2, Backtest("--as-of", "2025-06-30", "--horizon", "3").Code);
    }

    public void Dispose() => _place.Dispose();

    private (int Code, string Text) Backtest(params string[] options) => CommandLine.Run(["backtest", _place.At("exports"), "--lang", "en", .. options]);

    private static double Figure(string text, string label)
    {
        var line = text.Split('\n').First(line => line.Contains(label, StringComparison.Ordinal));
        return double.Parse(Decimal().Match(line[line.IndexOf('│', line.IndexOf(label, StringComparison.Ordinal))..]).Value, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"\d+\.\d+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Decimal();
}
