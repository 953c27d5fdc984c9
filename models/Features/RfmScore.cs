namespace Analytics.Models.Features;

/// <summary>
/// The score that marketing has always used: marks from 1 to 5 for recency, frequency and amount among the customers of the same cutoff,
/// added up (Hughes 1994); equal customers get equal marks.
/// </summary>
internal static class RfmScore
{
    internal const string Name = "rfm";

    internal static CustomerPanel AddTo(CustomerPanel panel)
    {
        var features = panel.Features;
        if (features.Names.Contains(Name, StringComparer.Ordinal)) return panel;
        if (features.Only("recency", "orders", "basket").Columns is not [var recency, var orders, var basket]) return panel;
        var score = new double[features.Rows];
        foreach (var cutoff in Enumerable.Range(0, features.Rows).GroupBy(row => panel.Cutoffs[row]))
        {
            var rows = cutoff.ToArray();
            Mark(rows, row => -recency[row], score);
            Mark(rows, row => orders[row], score);
            Mark(rows, row => orders[row] * basket[row], score);
        }
        return panel with { Features = features.With((Name, score)) };
    }

    private static void Mark(int[] rows, Func<int, double> value, double[] score)
    {
        var ordered = rows.OrderBy(value).ToArray();
        for (int i = 0, first = 0; i < ordered.Length; i++)
        {
            if (value(ordered[i]) != value(ordered[first])) first = i;
            score[ordered[i]] += 1 + 5 * first / ordered.Length;
        }
    }
}
