using Analytics.Pipeline.Landing;

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
            .SelectMany(i => Linked(table, headers[i], values.Link(i), names.Match(headers[i]).Values).Select(m => (Header: i, Match: values.Are(i, CellShape.IsCode) ? OfCodes(table, m) : m)))
            .OrderByDescending(p => p.Match.Score).ThenBy(p => p.Match.Rank).ThenBy(p => order[p.Match.Column]).ThenBy(p => p.Header)
            .ToList();
        var chosen = new Dictionary<int, HeaderMatch>();
        var left = new Dictionary<int, (string Column, string Reason)>();
        foreach (var (header, match) in pairs)
        {
            if (chosen.ContainsKey(header)) continue;
            if (IsNoKey(header, match, values)) continue;
            if (values.Contradict(header, match.Column, table.Columns[match.Column]) || IsPlace(headers[header], header, match.Column, values)) left.TryAdd(header, (match.Column, "values_differ"));
            else if (chosen.Values.Any(c => c.Column == match.Column)) left.TryAdd(header, (match.Column, "less_clear"));
            else chosen[header] = match;
        }
        return headers.Select((h, i) => Mapping(h, i, chosen.GetValueOrDefault(i), left.GetValueOrDefault(i))).ToList();
    }

    /// <summary>What another file's keys say stands against a weak "Ref" or "Code".</summary>
    private static IEnumerable<HeaderMatch> Linked(CanonicalTable table, string header, KeyLink? link, IEnumerable<HeaderMatch> matches) =>
        link is not null && table.Columns.ContainsKey(link.Column)
            ? matches.Where(m => m.Score > HeaderMatch.Weak).Append(new(link.Column, HeaderMatch.Linked * link.Share, 0, HeaderForm.Of(HeaderWords.Normalise(header))))
            : matches;

    /// <summary>"Client" is the customer's key where its values are codes.</summary>
    private static HeaderMatch OfCodes(CanonicalTable table, HeaderMatch match) =>
        match.Column is "account_name" or "owner_name" or "product_name" && KeyOf(match.Column) is var key && table.Columns.ContainsKey(key)
            ? match with { Column = key, Score = Math.Min(match.Score, HeaderMatch.Last) }
            : match;

    private static string KeyOf(string name) => $"{name[..^"_name".Length]}_id";

    /// <summary>A bare "Client" is never the customer's key where its values are words.</summary>
    private static bool IsNoKey(int header, HeaderMatch match, ColumnValues values) =>
        match.Column.EndsWith("_id", StringComparison.Ordinal) && match.Score <= HeaderMatch.Last && match.Name.Words.Count == 1 && values.Are(header, CellShape.IsWording);

    /// <summary>"State" is an order's status only where its values say so; else it is a part of a country.</summary>
    private static bool IsPlace(string header, int at, string column, ColumnValues values) =>
        column == "status" && HeaderWords.Normalise(header) is "state" or "estado" && values.HasAny(at) && !values.Any(at, StatusWords.Says);

    private static HeaderMapping Mapping(string header, int index, HeaderMatch? match, (string Column, string Reason) left) => match is null
        ? new(index, header, null, 0) { Candidate = left.Column, Reason = left.Reason }
        : new(index, header, match.Column, match.Score);
}
