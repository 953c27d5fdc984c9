using System.Globalization;
using Analytics.Models;
using Analytics.Pipeline;

namespace Analytics.Cli.Tests;

/// <summary>Few customers, and the data that break models: a right result, or a sentence that says what is missing.</summary>
public sealed class SmallAndBadBasesTests : IDisposable
{
    private readonly CommandLine _place = new();

    [Fact]
    public void Thirty_customers_are_scored_and_the_interval_says_how_little_that_is()
    {
        // Every third stops, each in a month of its own; the others order every month for four years.
        var report = Assess(from customer in Enumerable.Range(0, 30)
                            from month in Enumerable.Range(0, customer % 3 == 0 ? 6 + customer : 48)
                            select Order($"c{customer:00}", 30 * month + customer, 100 + customer));

        Assert.NotEmpty(report.Churn.Scores);
        Assert.All(report.Churn.Scores, score => Assert.InRange(score.PChurn, 0, 1));
        var auc = report.Churn.Card.First(row => row.Metric == "auc" && row.Model == report.Churn.Scores[0].Model);
        Assert.True(auc.High - auc.Low > 0.02 || auc.Value > 0.95);
    }

    /// <summary>A public teaching base of 85 accounts: who leaves cannot be told, and of the best accounts no more than their last amounts tell.</summary>
    [Fact]
    public void A_real_base_that_tells_nothing_of_the_future_is_said_to()
    {
        var folder = Environment.GetEnvironmentVariable("ANALYTICS_REAL_DATA");
        Assert.SkipWhen(folder is null, "ANALYTICS_REAL_DATA names no folder.");
        var (code, text) = CommandLine.Run("run", Path.Combine(folder, "maven_crm"), "--out", _place.At("out"), "--lang", "en");

        Assert.Equal(0, code);
        Assert.Contains("No churn score", text, StringComparison.Ordinal);
        Assert.Contains("is more than the last period's amounts say is not proved", string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public void One_customer_is_refused_in_words_by_both_questions()
    {
        var report = Assess(Enumerable.Range(0, 40).Select(month => Order("alone", 30 * month, 10)));

        Assert.StartsWith("No churn score", Assert.Single(report.Churn.Notes).TextEn, StringComparison.Ordinal);
        Assert.StartsWith("No potential score", Assert.Single(report.Potential.Notes).TextEn, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nobody_ever_leaves_the_sentence_says_how_many_are_missing()
    {
        var report = Assess(from customer in Enumerable.Range(0, 50) from month in Enumerable.Range(0, 40) select Order($"c{customer}", 30 * month, 10));

        Assert.Contains("0 customers that left", report.Churn.Notes[0].TextEn, StringComparison.Ordinal);
    }

    [Fact]
    public void Credit_notes_and_empty_orders_are_no_purchases()
    {
        var report = Assess(from customer in Enumerable.Range(0, 60)
                            from month in Enumerable.Range(0, customer % 2 == 0 ? 40 : 10 + customer % 25)
                            from amount in (double[])[50 + customer, -20, 0]
                            select Order($"c{customer:00}", 30 * month + (amount < 0 ? 5 : 0), amount));

        Assert.NotEmpty(report.Potential.Scores);
        Assert.All(report.Potential.Scores, score => Assert.True(score.ExpectedAmount is null or >= 0));
    }

    [Fact]
    public void The_same_amount_on_the_same_day_by_everyone_breaks_nothing()
    {
        var report = Assess(from customer in Enumerable.Range(0, 60) from month in Enumerable.Range(0, customer % 2 == 0 ? 40 : 15) select Order($"c{customer:00}", 30 * month, 10));

        Assert.All(report.Churn.Scores, score => Assert.True(double.IsFinite(score.PChurn)));
        Assert.All(report.Potential.Scores, score => Assert.True(double.IsFinite(score.PTop20)));
    }

    /// <summary>Deliveries before their orders, and accounts that were created long after they first bought: the chances are those of the same base without them.</summary>
    [Fact]
    public void Clocks_that_disagree_change_no_chance()
    {
        var orders = (from customer in Enumerable.Range(0, 60) from month in Enumerable.Range(0, customer % 2 == 0 ? 40 : 10 + customer % 25) select (Customer: $"c{customer:00}", Day: 30 * month + customer % 7)).ToList();
        PredictionReport Assessed(Func<int, string> delivered, Func<int, string> created)
        {
            _place.Write("exports/accounts.csv", "id,name,created\n" + string.Join('\n', orders.Select(order => order.Customer).Distinct().Select((id, i) => $"{id},{id},{created(i)}")));
            return Assess("customer,date,amount,delivery date", orders.Select((order, i) => $"{Order(order.Customer, order.Day, 50 + i % 11)},{delivered(order.Day)}"));
        }

        var (plain, skewed) = (Assessed(_ => "", _ => Day(0)), Assessed(day => Day(day - 1 - day % 3 * 400), i => Day(600 + i)));

        Assert.NotEmpty(plain.Churn.Scores);
        Assert.Equal(plain.Churn.Scores.Select(score => score.PChurn), skewed.Churn.Scores.Select(score => score.PChurn));
        Assert.Equal(plain.Potential.Scores.Select(score => score.ExpectedAmount), skewed.Potential.Scores.Select(score => score.ExpectedAmount));
    }

    public void Dispose() => _place.Dispose();

    private static string Day(int day) => new DateOnly(2021, 1, 1).AddDays(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Order(string customer, int day, double amount) =>
        string.Create(CultureInfo.InvariantCulture, $"{customer},{Day(day)},{amount}");

    private PredictionReport Assess(IEnumerable<string> orders) => Assess("customer,date,amount", orders);

    private PredictionReport Assess(string headings, IEnumerable<string> orders)
    {
        _place.Write("exports/orders.csv", headings + "\n" + string.Join('\n', orders));
        using var build = WarehouseBuild.Begin(new() { Exports = _place.At("exports"), Output = _place.At("out") });
        build.LoadFiles();
        build.ComputeMarts();
        return Prediction.Assess(build.Connection, new ChurnOptions { Resamples = 100 });
    }
}
