namespace Analytics.Pipeline.Mapping;

/// <summary>The right name that a mistyped one most likely means.</summary>
internal static class NearestName
{
    /// <summary>Null where even the nearest differs in more than a third of its letters.</summary>
    public static string? Of(string typed, IEnumerable<string> names)
    {
        var nearest = names.Select(n => (Name: n, Distance: Distance(typed.ToLowerInvariant(), n.ToLowerInvariant()))).MinBy(n => n.Distance);
        return nearest.Name is not null && nearest.Distance <= Tolerated(nearest.Name) ? nearest.Name : null;
    }

    /// <summary>Two letters exchanged are two mistakes; a short name is no other name's slip.</summary>
    private static int Tolerated(string name) => name.Length < 4 ? 1 : Math.Max(2, name.Length / 3);

    /// <summary>Letters to put in, take out or exchange (Levenshtein 1966).</summary>
    private static int Distance(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > Tolerated(b)) return int.MaxValue;
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)));
        }
        return row[^1];
    }
}
