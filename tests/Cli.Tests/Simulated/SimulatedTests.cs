using Analytics.Models;
using Analytics.Pipeline;

namespace Analytics.Cli.Tests.Simulated;

/// <summary>Order lists of companies whose future is known, loaded and scored as of the day before it: what was foretold is held against what the simulator lets come.</summary>
public sealed class SimulatedTests : IDisposable
{
    private readonly CommandLine _place = new();

    private sealed record Score(string AccountId, int HorizonDays, double PChurn, double PTop20, double ExpectedAmount);

    [Fact]
    public void A_shop_of_one_time_buyers() =>
        Holds(new SimulatedCompany(1).Shop(400), new() { Churn = 0.78, Top = 0.75 });

    [Fact]
    public void A_wholesaler_whose_customers_have_their_rhythm() =>
        Holds(new SimulatedCompany(1).Wholesale(300), new() { Churn = 0.88, Top = 0.92 });

    [Fact]
    public void A_subscription() =>
        Holds(new SimulatedCompany(1).Subscription(300), new() { Churn = 0.85, Top = 0.92 });

    [Fact]
    public void A_seasonal_trade() =>
        Holds(new SimulatedCompany(1).Seasonal(300), new() { Churn = 0.6, Top = 0.8 });

    [Theory]
    [InlineData(0.5, "% less than the same customers' orders", "they are too low.")]
    [InlineData(1.5, "% more than the same customers' orders", "they are too high.")]
    public void Where_prices_changed_lately_who_and_whom_still_hold_and_the_amounts_follow(double price, string by, string otherwise)
    {
        var report = Holds(new SimulatedCompany(1).Wholesale(300, repriced: new DateOnly(2024, 8, 1), price), new() { Churn = 0.88, Top = 0.92 });

        Assert.Contains(report.Potential.Notes, note => note.TextEn.Contains(by, StringComparison.Ordinal) && note.TextEn.Contains("are multiplied by", StringComparison.Ordinal) && note.TextEn.EndsWith(otherwise, StringComparison.Ordinal));
    }

    [Fact]
    public void Six_customers_are_refused_in_words()
    {
        var report = Run(new SimulatedCompany(1).Wholesale(6));

        Assert.StartsWith("No churn score", Assert.Single(report.Churn.Notes).TextEn, StringComparison.Ordinal);
        Assert.StartsWith("No potential score", Assert.Single(report.Potential.Notes).TextEn, StringComparison.Ordinal);
        Assert.Empty(report.Churn.Scores);
        Assert.Empty(report.Potential.Scores);
    }

    public void Dispose() => _place.Dispose();

    /// <summary>The least areas under the curve of both rankings.</summary>
    private sealed record Bounds
    {
        public required double Churn { get; init; }

        public required double Top { get; init; }
    }

    private PredictionReport Holds(List<SimulatedOrder> orders, Bounds bounds)
    {
        var report = Run(orders);
        var scores = Scores(report);
        var until = SimulatedCompany.AsOf.AddDays(scores[0].HorizonDays);
        var came = orders.Where(order => order.Day > SimulatedCompany.AsOf && order.Day <= until).GroupBy(order => order.Customer, StringComparer.Ordinal).ToDictionary(one => one.Key, one => (double)one.Sum(order => order.Amount));
        var amounts = scores.ConvertAll(score => came.GetValueOrDefault(score.AccountId));
        var entrance = amounts.OrderDescending().ElementAt(amounts.Count / 5);

        Assert.InRange(Area(scores.ConvertAll(score => score.PChurn), amounts.ConvertAll(amount => amount == 0)), bounds.Churn, 1);
        Assert.InRange(Area(scores.ConvertAll(score => score.PTop20), amounts.ConvertAll(amount => amount > entrance)), bounds.Top, 1);
        Assert.InRange(scores.Average(score => score.PChurn) - amounts.Count(amount => amount == 0) / (double)amounts.Count, -0.07, 0.07);
        Assert.InRange(scores.Sum(score => score.ExpectedAmount) / amounts.Sum(), 0.8, 1.25);
        Assert.All(scores, score => Assert.True(score.PTop20 <= 1 - score.PChurn + 1e-9));
        return report;
    }

    /// <summary>P(one of those that it came true of scores above one of the others), pair by pair; a tie counts half.</summary>
    private static double Area(List<double> scores, List<bool> cameTrue)
    {
        var (of, others) = (scores.Where((_, i) => cameTrue[i]).ToList(), scores.Where((_, i) => !cameTrue[i]).ToList());
        return of.Average(one => others.Average(other => one > other ? 1 : one == other ? 0.5 : 0));
    }

    /// <summary>What a run does before anything is shown; intervals, which nothing here looks at, from few resamples.</summary>
    private PredictionReport Run(List<SimulatedOrder> orders)
    {
        _place.Write("exports/orders.csv", SimulatedCompany.Csv(orders));
        using var build = WarehouseBuild.Begin(new() { Exports = _place.At("exports"), Output = _place.At("out"), AsOf = SimulatedCompany.AsOf });
        build.LoadFiles();
        build.ComputeMarts();
        return Prediction.Assess(build.Connection, new ChurnOptions { Resamples = 100, MostExplained = 0 });
    }

    private static List<Score> Scores(PredictionReport report)
    {
        var churn = report.Churn.Scores.ToDictionary(score => score.AccountId, StringComparer.Ordinal);
        return [.. report.Potential.Scores.Select(score => new Score(score.AccountId, score.HorizonDays, churn[score.AccountId].PChurn, score.PTop20, score.ExpectedAmount!.Value))];
    }
}
