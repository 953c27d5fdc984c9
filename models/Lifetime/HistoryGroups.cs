namespace Analytics.Models.Lifetime;

/// <summary>Customers by equal (x, t_x, T): a base of a million has far fewer distinct histories than customers.</summary>
internal sealed record HistoryGroups(IReadOnlyList<PurchaseHistory> Histories, IReadOnlyList<int> Counts)
{
    internal int Customers { get; } = Counts.Sum();

    internal int MostRepeats { get; } = Histories.Count == 0 ? 0 : Histories.Max(history => history.Repeats);

    internal static HistoryGroups Of(IEnumerable<PurchaseHistory> customers)
    {
        var groups = customers
            .GroupBy(history => history)
            .OrderBy(group => group.Key.Repeats).ThenBy(group => group.Key.Last).ThenBy(group => group.Key.Age)
            .ToList();
        return new HistoryGroups(groups.ConvertAll(group => group.Key), groups.ConvertAll(group => group.Count()));
    }

    internal HistoryGroups Scaled(double factor) => new(Histories.Select(history => history.Scaled(factor)).ToList(), Counts);
}
