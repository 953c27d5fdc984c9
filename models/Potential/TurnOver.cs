namespace Analytics.Models;

/// <summary>
/// Who enters the top 20 % and who leaves it: of those outside it now, the likeliest, as many as are expected to enter
/// (the sum of their probabilities, rounded); of those in it, the least likely, as many as are expected to leave.
/// </summary>
internal static class TurnOver
{
    internal static (bool[] Entering, bool[] Leaving) Of(IReadOnlyList<bool> now, IReadOnlyList<double> likely, IReadOnlyList<string> ids)
    {
        var (entering, leaving) = (new bool[now.Count], new bool[now.Count]);
        var outside = Enumerable.Range(0, now.Count).Where(i => !now[i]).ToList();
        var inside = Enumerable.Range(0, now.Count).Where(i => now[i]).ToList();
        foreach (var i in outside.OrderByDescending(i => likely[i]).ThenBy(i => ids[i], StringComparer.Ordinal).Take(Whole(outside.Sum(i => likely[i])))) entering[i] = true;
        foreach (var i in inside.OrderBy(i => likely[i]).ThenBy(i => ids[i], StringComparer.Ordinal).Take(Whole(inside.Sum(i => 1 - likely[i])))) leaving[i] = true;
        return (entering, leaving);
    }

    private static int Whole(double expected) => (int)Math.Round(expected, MidpointRounding.AwayFromZero);
}
