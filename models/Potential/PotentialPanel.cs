using Analytics.Models.Features;
using Analytics.Models.Lifetime;
using Analytics.Models.Logistic;

namespace Analytics.Models;

/// <summary>
/// The active customers at each cutoff, what they brought over the horizon before it and after it, and what lifetime and Gamma-Gamma,
/// fitted on what was known at the cutoff, lead to expect. The panel's outcome is: in the top 20 % over the next horizon.
/// </summary>
internal sealed record PotentialPanel(CustomerPanel Customers, double[] Recent, double[] Expected, double[] Later)
{
    internal const string AmountRecent = "amount_recent";
    internal const string AmountExpected = "lifetime_amount";

    /// <summary>The log-odds of the top fifth over the days that are learnt, by rhythm and amounts alone.</summary>
    internal const string TopExpected = "lifetime_top20";

    private const double Certain = 1e-4;

    /// <summary>Where the horizon is longer than what is learnt: the same log-odds over the horizon, by the chances of ordering at all that are given, of the customers of the as-of date.</summary>
    internal IReadOnlyDictionary<int, double> TopOverHorizon { get; private init; } = new Dictionary<int, double>();

    /// <summary>What the customers of the as-of date are expected to bring: over the horizon, and discounted to that date.</summary>
    internal IReadOnlyDictionary<int, Outlook> OverHorizon { get; private init; } = new Dictionary<int, Outlook>();

    /// <summary>Each row's chance of ordering at all.</summary>
    internal required OrderingChances Ordering { get; init; }

    /// <summary>What a row's customer then brought; a margin below zero counts as nothing.</summary>
    internal double Brought(int row) => Math.Max(0, Later[row]);

    internal static PotentialPanel Of(CustomerPanel panel, IReadOnlyDictionary<(string AccountId, DateOnly Cutoff), double> later, IReadOnlyDictionary<(string AccountId, DateOnly Cutoff), double>? buys = null)
    {
        buys ??= new Dictionary<(string, DateOnly), double>();
        panel = LifetimeFeatures.AddTo(panel);
        var rows = panel.Features.Rows;
        var (recent, expected, next, likely) = (panel.Features.Missing(), panel.Features.Missing(), new double[rows], panel.Features.Missing());
        var top = new bool?[rows];
        var (over, topOver) = (new Dictionary<int, Outlook>(), new Dictionary<int, double>());
        var histories = panel.Histories.ToLookup(known => known.Cutoff);
        foreach (var cutoff in Enumerable.Range(0, rows).GroupBy(row => panel.Cutoffs[row]))
        {
            var known = histories[cutoff.Key].ToDictionary(one => one.AccountId, StringComparer.Ordinal);
            var told = cutoff.Where(row => known.ContainsKey(panel.AccountIds[row])).ToArray();
            foreach (var row in told) recent[row] = known[panel.AccountIds[row]].AmountRecent;
            if (panel.Lifetimes.TryGetValue(cutoff.Key, out var model))
            {
                var amounts = GammaGamma.Fit(known.Values.Select(Spent));
                Foresee(panel.LearntDays, _ => null, (row, outlook, chance) => (expected[row], likely[row]) = (outlook.Expected(amounts), chance));
                if (cutoff.Key == panel.AsOf)
                {
                    foreach (var row in told) over[row] = Outlook.Of(model, known[panel.AccountIds[row]], amounts, (panel.HorizonDays, panel.LearntDays), Bought(row));
                    if (panel.HorizonDays != panel.LearntDays) Foresee(panel.HorizonDays, Bought, (row, _, chance) => topOver[row] = chance);
                }

                double? Bought(int row) => buys.TryGetValue((panel.AccountIds[row], cutoff.Key), out var chance) ? chance : null;

                void Foresee(int days, Func<int, double?> bought, Action<int, AmountOutlook, double> keep)
                {
                    var outlooks = Array.ConvertAll(told, row => AmountOutlook.Of(model, known[panel.AccountIds[row]].History, Spent(known[panel.AccountIds[row]]), days).Given(bought(row)));
                    var chances = AmountOutlook.TopFifth(outlooks, amounts);
                    for (var i = 0; i < told.Length; i++) keep(told[i], outlooks[i], Sigmoid.LogOdds(Math.Clamp(chances[i], Certain, 1 - Certain)));
                }
            }
            foreach (var row in cutoff) next[row] = later.TryGetValue((panel.AccountIds[row], cutoff.Key), out var amount) ? amount : double.NaN;
            var labelled = cutoff.Where(row => double.IsFinite(next[row])).ToArray();
            var best = TopFifth.Of(Array.ConvertAll(labelled, row => next[row]), Array.ConvertAll(labelled, row => panel.AccountIds[row]));
            for (var i = 0; i < labelled.Length; i++) top[labelled[i]] = best[i];
        }
        var features = panel.Features.With((AmountRecent, recent), (AmountExpected, expected), (TopExpected, likely));
        return new PotentialPanel(panel with { Churned = top, Features = features }, recent, expected, next) { OverHorizon = over, TopOverHorizon = topOver, Ordering = OrderingChances.Of(panel, buys) };
    }

    /// <summary>The least amount in the top fifth: its average over the rows' cutoffs; 0 where none has a top fifth.</summary>
    internal double Entrance(int[] rows) => rows.GroupBy(row => Customers.Cutoffs[row])
        .Select(cutoff => cutoff.Where(row => Customers.Churned[row] == true).Select(Brought).ToList())
        .Where(amounts => amounts.Count > 0)
        .Select(amounts => amounts.Min())
        .DefaultIfEmpty(0)
        .Average();

    internal static Spending Spent(KnownHistory known) => new(known.History.Repeats + 1, known.Amount / (known.History.Repeats + 1));
}
