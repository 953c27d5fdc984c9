namespace Analytics.Models.Calibration;

/// <summary>A model's log-odds on rows that its training never saw, what then happened, and whose and of which past date each row is.</summary>
internal sealed record UnseenAnswers(double[] LogOdds, bool[] Happened, int[] Customers, int[] Dates)
{
    internal int Rows => LogOdds.Length;

    internal UnseenAnswers Where(Func<int, bool> kept)
    {
        var rows = Enumerable.Range(0, Rows).Where(kept).ToArray();
        return new([.. rows.Select(row => LogOdds[row])], [.. rows.Select(row => Happened[row])], [.. rows.Select(row => Customers[row])], [.. rows.Select(row => Dates[row])]);
    }
}
