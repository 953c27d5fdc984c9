namespace Analytics.Models;

/// <summary>The 20 % of customers that bring the most: a fifth of them rounded down, as the KPI counts it; ties by id; nobody who brings nothing.</summary>
internal static class TopFifth
{
    internal static bool[] Of(IReadOnlyList<double> amounts, IReadOnlyList<string> ids)
    {
        var top = new bool[amounts.Count];
        var best = Enumerable.Range(0, amounts.Count)
            .OrderByDescending(i => amounts[i]).ThenBy(i => ids[i], StringComparer.Ordinal)
            .Take(amounts.Count / 5);
        foreach (var i in best) top[i] = amounts[i] > 0;
        return top;
    }
}
