namespace Analytics.Models.Features;

/// <summary>How a feature is called for people, and what is said of a customer that has no value of it.</summary>
internal readonly record struct FeatureLabel(string En, string Fr, string? AbsentEn = null, string? AbsentFr = null);

/// <summary>
/// Active customers at several cutoffs: what was known of each, and, where the horizon has passed, whether it left.
/// The rows of the as-of date have no outcome yet.
/// </summary>
internal sealed record CustomerPanel(
    DateOnly AsOf,
    int HorizonDays,
    IReadOnlyList<string> AccountIds,
    IReadOnlyList<DateOnly> Cutoffs,
    IReadOnlyList<bool?> Churned,
    FeatureTable Features)
{
    private const string Contracts = "contracts_running";

    /// <summary>The days over which outcomes are known: fewer than the horizon where the history is too short for it.</summary>
    internal int LearntDays { get; init; } = HorizonDays;

    /// <summary>Days from each row's cutoff to the customer's next order, as far as the as-of date lets see; null where there was none.</summary>
    internal IReadOnlyList<int?> NextDays { get; init; } = [];

    /// <summary>The lifetime model fitted at each cutoff.</summary>
    internal IReadOnlyDictionary<DateOnly, Lifetime.LifetimeModel> Lifetimes { get; init; } = new Dictionary<DateOnly, Lifetime.LifetimeModel>();

    /// <summary>Labels by feature name; a feature without one is shown by its name.</summary>
    internal IReadOnlyDictionary<string, FeatureLabel> Labels { get; init; } = new Dictionary<string, FeatureLabel>(StringComparer.Ordinal);

    /// <summary>Every customer's purchases at every cutoff, the silent ones' too; empty where they are not known.</summary>
    internal IReadOnlyList<KnownHistory> Histories { get; init; } = [];

    internal FeatureLabel LabelOf(string feature) => Labels.TryGetValue(feature, out var label) ? label : new FeatureLabel(feature, feature);

    /// <summary>Whether some customers are under contract: they leave when it ends, not when they order no more.</summary>
    internal bool HasContracts => Features.Names.Contains(Contracts, StringComparer.Ordinal);

    /// <summary>Whether a row's customer is under contract.</summary>
    internal Func<int, bool> UnderContract()
    {
        var running = Features.Only(Contracts).Columns.SingleOrDefault();
        return row => running is not null && running[row] > 0;
    }

    /// <summary>Rows whose outcome is known.</summary>
    internal int[] LabelledRows() => RowsWhere(row => Churned[row] is not null);

    /// <summary>Rows to score: the active customers of the as-of date.</summary>
    internal int[] AsOfRows() => RowsWhere(row => Cutoffs[row] == AsOf);

    internal bool[] OutcomesOf(int[] rows) => Array.ConvertAll(rows, row => Churned[row] == true);

    private int[] RowsWhere(Func<int, bool> wanted) => Enumerable.Range(0, Features.Rows).Where(wanted).ToArray();
}
