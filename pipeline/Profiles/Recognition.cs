namespace Analytics.Pipeline.Profiles;

/// <summary>Names a file's table and columns from its headers, checked against its values; the file's name decides only between equals.</summary>
internal static class Recognition
{
    private const double FileNameWeight = 1.5;
    private const double Equal = 0.05;

    public static FileMapping? Recognise(string fileName, IReadOnlyList<string> headers, IReadOnlyList<string[]>? head = null) =>
        Recognise(fileName, headers, head ?? [], out _);

    /// <summary>Null where no table, or two tables equally well, could be meant.</summary>
    public static FileMapping? Recognise(string fileName, IReadOnlyList<string> headers, IReadOnlyList<string[]> head, out string? unsure)
    {
        var profile = Profile.For(headers);
        var values = new ColumnValues(head);
        var candidates = CanonicalTable.All
            .Select(t => Candidate(t, fileName, headers, profile, values))
            .OfType<(FileMapping Mapping, double Score)>()
            .OrderByDescending(c => c.Score)
            .ToList();
        unsure = candidates.Count == 0 ? "no_table_recognised"
            : candidates.Count > 1 && candidates[0].Score - candidates[1].Score < Equal ? "two_tables_possible"
            : null;
        return unsure is null ? candidates[0].Mapping : null;
    }

    private static (FileMapping, double)? Candidate(CanonicalTable table, string fileName, IReadOnlyList<string> headers, Profile profile, ColumnValues values)
    {
        var assigned = Assign(table, headers, profile, values);
        var mapping = new FileMapping(table, profile.Crm, OrderShapes.Complete(table, assigned, values));
        var found = mapping.Used.Select(h => h.Column!).ToHashSet(StringComparer.Ordinal);
        if (!table.FoundBy.All(group => group.Any(found.Contains)) || PersonList.Is(table, mapping)) return null;
        var named = FileIsNamed(fileName, profile.Files.GetValueOrDefault(table.Name, [])) ? FileNameWeight : 0;
        return (mapping, mapping.Used.Sum(h => h.Confidence) + named);
    }

    /// <summary>Best pairs first; each header and each column is used once.</summary>
    private static List<HeaderMapping> Assign(CanonicalTable table, IReadOnlyList<string> headers, Profile profile, ColumnValues values)
    {
        var names = profile.Columns.GetValueOrDefault(table.Name, []);
        var normalised = headers.Select(HeaderWords.Normalise).ToList();
        var pairs =
            from header in Enumerable.Range(0, headers.Count)
            where !profile.Ignored.Contains(normalised[header])
            from column in table.Columns.Keys.Select((name, order) => (Name: name, Order: order))
            let score = HeaderMatch.Score(headers[header], names.GetValueOrDefault(column.Name, []), table.Entity)
            where score >= HeaderMatch.Guessed && !values.Contradict(header, column.Name, table.Columns[column.Name])
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
        var words = HeaderWords.Meaningful(HeaderWords.Normalise(Path.GetFileNameWithoutExtension(fileName)));
        return names.Any(n => words.IsSupersetOf(HeaderWords.Meaningful(n)));
    }
}
