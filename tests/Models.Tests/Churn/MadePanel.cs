using Analytics.Models.Evaluation;
using Analytics.Models.Features;
using Analytics.Models.Logistic;

namespace Analytics.Models.Tests;

/// <summary>A panel whose truth is known: who leaves follows a given log-odds of made-up features.</summary>
internal static class MadePanel
{
    internal static readonly DateOnly AsOf = new(2026, 6, 30);

    internal static CustomerPanel Of(int customers, Func<double, double, double> logOdds, int cutoffs = 4, ulong seed = 3)
    {
        var random = new SplitMix64(seed);
        var (accounts, dates, churned) = (new List<string>(), new List<DateOnly>(), new List<bool?>());
        var columns = new[] { new List<double>(), new List<double>(), new List<double>() };
        for (var back = cutoffs - 1; back >= 0; back--)
        {
            for (var customer = 0; customer < customers; customer++)
            {
                var (recency, tenure) = (300 * random.Uniform(), 2000 * random.Uniform());
                accounts.Add($"c{customer:0000}");
                dates.Add(AsOf.AddDays(-180 * back));
                churned.Add(back == 0 ? null : random.Uniform() < Sigmoid.Of(logOdds(recency, tenure)));
                columns[0].Add(recency);
                columns[1].Add(customer % 7 == 0 ? double.NaN : tenure);
                columns[2].Add(random.Uniform());
            }
        }
        var features = new FeatureTable(["recency", "tenure", "noise"], Array.ConvertAll(columns, column => column.ToArray()), accounts.Count);
        return new CustomerPanel(AsOf, 180, accounts, dates, churned, features)
        {
            Labels = new Dictionary<string, FeatureLabel>(StringComparer.Ordinal) { ["recency"] = new("days since the last order", "jours depuis la dernière commande") },
        };
    }
}
