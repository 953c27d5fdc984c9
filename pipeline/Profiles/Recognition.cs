namespace Analytics.Pipeline.Profiles;

/// <summary>Names a file's table and columns from its headers; the file's name decides only between equals.</summary>
internal static class Recognition
{
    private const double FileNameWeight = 1.5;

    public static FileMapping? Recognise(string fileName, IReadOnlyList<string> headers, Profile profile)
    {
        var candidates = CanonicalTable.All
            .Select(t => Candidate(t, fileName, headers, profile))
            .OfType<(FileMapping Mapping, double Score)>()
            .ToList();
        return candidates.Count == 0 ? null : candidates.MaxBy(c => c.Score).Mapping;
    }

    private static (FileMapping, double)? Candidate(CanonicalTable table, string fileName, IReadOnlyList<string> headers, Profile profile)
    {
        var mapping = new FileMapping(table, profile.Crm, Assign(table, headers, profile.Columns[table.Name]));
        var found = mapping.Used.Select(h => h.Column!).ToHashSet(StringComparer.Ordinal);
        if (!table.FoundBy.All(group => group.Any(found.Contains))) return null;
        var named = FileIsNamed(fileName, profile.Files[table.Name]) ? FileNameWeight : 0;
        return (mapping, mapping.Used.Sum(h => h.Confidence) + named);
    }

    /// <summary>Best pairs first; each header and each column is used once.</summary>
    private static List<HeaderMapping> Assign(CanonicalTable table, IReadOnlyList<string> headers, Dictionary<string, List<string>> names)
    {
        var normalised = headers.Select(HeaderWords.Normalise).ToList();
        var pairs =
            from header in Enumerable.Range(0, headers.Count)
            from column in table.Columns.Keys.Select((name, order) => (Name: name, Order: order))
            let score = HeaderMatch.Score(normalised[header], names.GetValueOrDefault(column.Name, []))
            where score >= HeaderMatch.Guessed
            orderby score descending, Rank(names[column.Name], normalised[header]), column.Order, header
            select (Header: header, Column: column.Name, Score: score);
        var chosen = new Dictionary<int, (string Column, double Score)>();
        foreach (var pair in pairs)
            if (!chosen.ContainsKey(pair.Header) && chosen.Values.All(c => c.Column != pair.Column))
                chosen[pair.Header] = (pair.Column, pair.Score);
        return headers.Select((h, i) => chosen.TryGetValue(i, out var c)
            ? new HeaderMapping(i, h, c.Column, c.Score)
            : new HeaderMapping(i, h, null, 0)).ToList();
    }

    /// <summary>Names are listed most telling first.</summary>
    private static int Rank(List<string> names, string header)
    {
        var at = names.IndexOf(header);
        return at < 0 ? names.Count : at;
    }

    private static bool FileIsNamed(string fileName, List<string> names)
    {
        var words = HeaderWords.Normalise(Path.GetFileNameWithoutExtension(fileName));
        return names.Any(n => HeaderWords.Meaningful(words).IsSupersetOf(HeaderWords.Meaningful(n)));
    }
}
