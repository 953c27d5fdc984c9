using Analytics.Models.Features;
using Analytics.Models.Lifetime;

namespace Analytics.Models;

/// <summary>
/// The active customers at each cutoff, what they brought over the horizon before it and after it, and what lifetime and Gamma-Gamma,
/// fitted on what was known at the cutoff, lead to expect. The panel's outcome is: in the top 20 % over the next horizon.
/// </summary>
internal sealed record PotentialPanel(CustomerPanel Customers, double[] Recent, double[] Expected, double[] Later)
{
    internal const string AmountRecent = "amount_recent";
    internal const string AmountExpected = "lifetime_amount";

    internal static PotentialPanel Of(CustomerPanel panel, IReadOnlyDictionary<(string AccountId, DateOnly Cutoff), double> later)
    {
        panel = LifetimeFeatures.AddTo(panel);
        var rows = panel.Features.Rows;
        var (recent, expected, next) = (new double[rows], new double[rows], new double[rows]);
        var top = new bool?[rows];
        var orders = panel.Features.Only(LifetimeFeatures.Purchases).Columns.SingleOrDefault();
        var histories = panel.Histories.ToLookup(known => known.Cutoff);
        foreach (var cutoff in Enumerable.Range(0, rows).GroupBy(row => panel.Cutoffs[row]))
        {
            var known = histories[cutoff.Key].ToDictionary(one => one.AccountId, StringComparer.Ordinal);
            var amounts = GammaGamma.Fit(known.Values.Select(Spent));
            foreach (var row in cutoff)
            {
                var history = known.GetValueOrDefault(panel.AccountIds[row]);
                recent[row] = history?.AmountRecent ?? double.NaN;
                expected[row] = history is null || orders is null ? double.NaN : orders[row] * Math.Max(0, amounts.ExpectedAmount(Spent(history)));
                next[row] = later.TryGetValue((panel.AccountIds[row], cutoff.Key), out var amount) ? amount : double.NaN;
            }
            var labelled = cutoff.Where(row => double.IsFinite(next[row])).ToArray();
            var best = TopFifth.Of(Array.ConvertAll(labelled, row => next[row]), Array.ConvertAll(labelled, row => panel.AccountIds[row]));
            for (var i = 0; i < labelled.Length; i++) top[labelled[i]] = best[i];
        }
        var features = new FeatureTable([.. panel.Features.Names, AmountRecent, AmountExpected], [.. panel.Features.Columns, recent, expected], rows);
        return new PotentialPanel(panel with { Churned = top, Features = features }, recent, expected, next);
    }

    private static Spending Spent(KnownHistory known) => new(known.History.Repeats + 1, known.Amount / (known.History.Repeats + 1));
}
