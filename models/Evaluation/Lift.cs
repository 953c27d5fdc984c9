namespace Analytics.Models.Evaluation;

/// <summary>How often it happened to each tenth of the customers of a date, the likeliest first, against how often to all.</summary>
internal static class Lift
{
    internal const int Tenths = 10;

    /// <summary>The tenth of each row among its date's, 0 for the likeliest; equal probabilities in the order of their ids.</summary>
    internal static int[] TenthOf(double[] probabilities, string[] ids)
    {
        var tenths = new int[probabilities.Length];
        var order = Enumerable.Range(0, probabilities.Length).OrderByDescending(row => probabilities[row]).ThenBy(row => ids[row], StringComparer.Ordinal);
        foreach (var (row, place) in order.Select((row, place) => (row, place))) tenths[row] = (int)((long)place * Tenths / probabilities.Length);
        return tenths;
    }

    /// <summary>Each tenth's frequency as a multiple of all rows', with its interval over customers.</summary>
    internal static Estimate[] Of(int[] tenths, bool[] happened, int[] customers, Bootstrap bootstrap)
    {
        var rate = happened.Count(it => it) / (double)happened.Length;
        var rows = Enumerable.Range(0, Tenths).Select(tenth => Enumerable.Range(0, tenths.Length).Where(row => tenths[row] == tenth).ToArray());
        return bootstrap.Of(customers, [.. rows.Select<int[], Statistic>(those => weights =>
        {
            var (count, all) = (0, 0);
            foreach (var row in those) (count, all) = (count + (happened[row] ? weights[row] : 0), all + weights[row]);
            return (double)count / all / rate;
        })]);
    }
}
