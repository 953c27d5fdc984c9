using Analytics.Models.Evaluation;

namespace Analytics.Models;

/// <summary>Rows dealt out into folds, with the same share of yes in each.</summary>
internal static class Dealing
{
    internal static int[] Of(bool[] outcomes, int folds, ulong seed)
    {
        var random = new SplitMix64(seed);
        var fold = new int[outcomes.Length];
        var shuffled = Enumerable.Range(0, outcomes.Length).Select(row => (Row: row, Draw: random.Next())).OrderBy(row => row.Draw).ThenBy(row => row.Row);
        foreach (var (row, place) in shuffled.OrderBy(row => outcomes[row.Row]).Select((row, place) => (row.Row, place))) fold[row] = place % folds;
        return fold;
    }

    internal static int[] Rows(int[] folds, Predicate<int> wanted) => [.. Enumerable.Range(0, folds.Length).Where(row => wanted(folds[row]))];
}
