namespace Analytics.Pipeline.Profiles;

/// <summary>Gives each column of a table the header that names it most clearly: each header and each column is used once.</summary>
internal static class ColumnAssignment
{
    public static List<HeaderMapping> Of(CanonicalTable table, IReadOnlyList<string> headers, Profile profile, ColumnValues values)
    {
        var names = profile.NamesFor(table);
        var order = table.Columns.Keys.Select((column, at) => (column, at)).ToDictionary(c => c.column, c => c.at, StringComparer.Ordinal);
        var pairs = Enumerable.Range(0, headers.Count)
            .Where(i => !profile.Ignores(table.Name, headers[i]))
            .SelectMany(i => names.Match(headers[i]).Values.Select(m => (Header: i, Match: m)))
            .OrderByDescending(p => p.Match.Score).ThenBy(p => p.Match.Rank).ThenBy(p => order[p.Match.Column]).ThenBy(p => p.Header)
            .ToList();
        var chosen = new Dictionary<int, HeaderMatch>();
        var left = new Dictionary<int, (string Column, string Reason)>();
        foreach (var (header, match) in pairs)
        {
            if (chosen.ContainsKey(header)) continue;
            if (values.Contradict(header, match.Column, table.Columns[match.Column]) || IsPlace(headers[header], header, match.Column, values)) left.TryAdd(header, (match.Column, "values_differ"));
            else if (chosen.Values.Any(c => c.Column == match.Column)) left.TryAdd(header, (match.Column, "less_clear"));
            else chosen[header] = match;
        }
        return headers.Select((h, i) => Mapping(h, i, chosen.GetValueOrDefault(i), left.GetValueOrDefault(i))).ToList();
    }

    /// <summary>"State" is an order's status only where its values say so; else it is a part of a country.</summary>
    private static bool IsPlace(string header, int at, string column, ColumnValues values) =>
        column == "status" && HeaderWords.Normalise(header) is "state" or "estado" && values.HasAny(at) && !values.Any(at, StatusWords.Says);

    private static HeaderMapping Mapping(string header, int index, HeaderMatch? match, (string Column, string Reason) left) => match is null
        ? new(index, header, null, 0) { Candidate = left.Column, Reason = left.Reason }
        : new(index, header, match.Column, match.Score);
}
