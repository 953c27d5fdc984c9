using System.Globalization;
using Analytics.Models.Evaluation;
using Analytics.Models.Features;
using Analytics.Models.Lifetime;

namespace Analytics.Models.Tests;

/// <summary>
/// Whole bases drawn from a BG/NBD whose parameters are known, so that each customer's own chance of silence is known exactly:
/// what is said of it is held to that, without the noise of what happened to happen.
/// </summary>
public class SimulatedBaseTests
{
    private const int Horizon = 180;
    private const int Today = 1260;

    private static readonly BetaGeometric s_truth = new(0.8, 40, 0.9, 3);

    [Theory]
    // Won evenly over the years; nearly all in the last one; nearly all in the first one.
    [InlineData("steady", 1.0)]
    [InlineData("growing", 0.25)]
    [InlineData("shrinking", 4.0)]
    public void What_is_said_of_each_customer_is_its_own_chance(string name, double power)
    {
        var panel = Panel(1500, power);
        var report = Churn.Assess(panel, new ChurnOptions { Resamples = 50, MostExplained = 0 });
        var exact = panel.Histories.Where(known => known.Cutoff == panel.AsOf).ToDictionary(known => known.AccountId, known => 1 - s_truth.BuysAgain(known.History, Horizon), StringComparer.Ordinal);

        var (said, exactly) = (report.Scores.Average(score => score.PChurn), report.Scores.Average(score => exact[score.AccountId]));
        var off = report.Scores.Average(score => Math.Abs(score.PChurn - exact[score.AccountId]));
        Assert.True(Math.Abs(said - exactly) < 0.03 && off < 0.05, string.Create(CultureInfo.InvariantCulture, $"{name}: {report.Scores.Count} customers, said {said:0.000}, true {exactly:0.000}, {off:0.000} off on average, by {report.Scores[0].Model}"));
    }

    private static CustomerPanel Panel(int customers, double power)
    {
        var random = new SplitMix64(29);
        var orders = Enumerable.Range(0, customers).Select(_ => Orders(random, (int)((Today - 30) * Math.Pow(random.Uniform(), 1 / power)))).ToList();
        int[] back = [0, .. Enumerable.Range(0, 12).Select(i => Horizon + (60 * i)).Where(days => days <= Today - Horizon)];
        var (ids, cutoffs, churned, histories, columns) = (new List<string>(), new List<DateOnly>(), new List<bool?>(), new List<KnownHistory>(), Enumerable.Range(0, 5).Select(_ => new List<double>()).ToArray());
        foreach (var days in back)
        {
            for (var customer = 0; customer < customers; customer++)
            {
                var known = orders[customer].FindAll(day => day <= Today - days);
                if (known.Count == 0) continue;
                var (id, cutoff, recency, tenure) = ($"c{customer:0000}", Day(Today - days), Today - days - known[^1], Today - days - known[0]);
                histories.Add(new KnownHistory(id, cutoff, new PurchaseHistory(known.Count - 1, known[^1] - known[0], tenure)));
                if (recency >= Horizon) continue;
                ids.Add(id);
                cutoffs.Add(cutoff);
                churned.Add(days == 0 ? null : !orders[customer].Exists(day => day > Today - days && day <= Today - days + Horizon));
                var gap = known.Count > 1 ? (known[^1] - known[0]) / (known.Count - 1.0) : double.NaN;
                double[] values = [recency, tenure, known.Count, gap, recency / gap];
                for (var f = 0; f < values.Length; f++) columns[f].Add(values[f]);
            }
        }
        var features = new FeatureTable(["recency", "tenure", "orders", "usual_gap", "overdue"], Array.ConvertAll(columns, column => column.ToArray()), ids.Count);
        return new CustomerPanel(Day(Today), Horizon, ids, cutoffs, churned, features) { Histories = histories };
    }

    /// <summary>Days of order from the first one on: a rate of its own, and after each repeat a chance of its own to end.</summary>
    private static List<int> Orders(SplitMix64 random, int first)
    {
        var (rate, one, other) = (Variates.Gamma(random, s_truth.R) / s_truth.Alpha, Variates.Gamma(random, s_truth.A), Variates.Gamma(random, s_truth.B));
        var (days, time) = (new List<int> { first }, (double)first);
        while (true)
        {
            time -= Math.Log(1 - random.Uniform()) / rate;
            if (time > Today) return days;
            if ((int)time > days[^1]) days.Add((int)time);
            if (random.Uniform() < one / (one + other)) return days;
        }
    }

    private static DateOnly Day(int number) => new DateOnly(2022, 1, 1).AddDays(number);
}
