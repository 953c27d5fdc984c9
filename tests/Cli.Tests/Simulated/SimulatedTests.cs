using Analytics.Pipeline.DuckDb;
using Dapper;

namespace Analytics.Cli.Tests.Simulated;

/// <summary>Order lists of companies whose future is known, taken through a run as of the day before it: what was foretold is held against what the simulator lets come.</summary>
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

    [Fact]
    public void Where_prices_fell_by_half_lately_who_and_whom_still_hold_and_the_amounts_are_said_to_be_too_high()
    {
        Holds(new SimulatedCompany(1).Wholesale(300, repriced: new DateOnly(2024, 8, 1), price: 0.5), new() { Churn = 0.88, Top = 0.92, Amounts = 1.6 });

        Assert.Contains(Rows<string>("select text_en from marts.model_notes where model = 'potential'"), note => note.Contains("less than the same customers' orders", StringComparison.Ordinal) && note.EndsWith("they are too high.", StringComparison.Ordinal));
    }

    [Fact]
    public void Six_customers_are_refused_in_words()
    {
        Run(new SimulatedCompany(1).Wholesale(6));

        Assert.Collection(
            Rows<string>("select text_en from marts.model_notes order by model"),
            churn => Assert.StartsWith("No churn score", churn, StringComparison.Ordinal),
            potential => Assert.StartsWith("No potential score", potential, StringComparison.Ordinal));
        Assert.Empty(Scores());
    }

    public void Dispose() => _place.Dispose();

    /// <summary>The least areas under the curve of both rankings, and the most that may be expected for one that comes.</summary>
    private sealed record Bounds
    {
        public required double Churn { get; init; }

        public required double Top { get; init; }

        public double Amounts { get; init; } = 1.25;
    }

    private void Holds(List<SimulatedOrder> orders, Bounds bounds)
    {
        Run(orders);
        var scores = Scores();
        var until = SimulatedCompany.AsOf.AddDays(scores[0].HorizonDays);
        var came = orders.Where(order => order.Day > SimulatedCompany.AsOf && order.Day <= until).GroupBy(order => order.Customer, StringComparer.Ordinal).ToDictionary(one => one.Key, one => (double)one.Sum(order => order.Amount));
        var amounts = scores.ConvertAll(score => came.GetValueOrDefault(score.AccountId));
        var entrance = amounts.OrderDescending().ElementAt(amounts.Count / 5);

        Assert.InRange(Area(scores.ConvertAll(score => score.PChurn), amounts.ConvertAll(amount => amount == 0)), bounds.Churn, 1);
        Assert.InRange(Area(scores.ConvertAll(score => score.PTop20), amounts.ConvertAll(amount => amount > entrance)), bounds.Top, 1);
        Assert.InRange(scores.Average(score => score.PChurn) - amounts.Count(amount => amount == 0) / (double)amounts.Count, -0.07, 0.07);
        Assert.InRange(scores.Sum(score => score.ExpectedAmount) / amounts.Sum(), 0.8, bounds.Amounts);
        Assert.All(scores, score => Assert.True(score.PTop20 <= 1 - score.PChurn + 1e-9));
    }

    /// <summary>P(one of those that it came true of scores above one of the others), pair by pair; a tie counts half.</summary>
    private static double Area(List<double> scores, List<bool> cameTrue)
    {
        var (of, others) = (scores.Where((_, i) => cameTrue[i]).ToList(), scores.Where((_, i) => !cameTrue[i]).ToList());
        return of.Average(one => others.Average(other => one > other ? 1 : one == other ? 0.5 : 0));
    }

    private void Run(List<SimulatedOrder> orders)
    {
        _place.Write("exports/orders.csv", SimulatedCompany.Csv(orders));
        Assert.Equal(0, CommandLine.Run("run", _place.At("exports"), "--out", _place.At("out"), "--as-of", "2024-12-31", "--lang", "en").Code);
    }

    private List<Score> Scores() => Rows<Score>(
        "select account_id as AccountId, horizon_days as HorizonDays, p_churn as PChurn, p_top20 as PTop20, expected_amount as ExpectedAmount from marts.scores order by account_id");

    private List<T> Rows<T>(string sql)
    {
        using var warehouse = new DuckDBConnection($"Data Source={_place.At("out/warehouse.duckdb")};ACCESS_MODE=READ_ONLY");
        warehouse.Open();
        return warehouse.Query<T>(sql).ToList();
    }
}
