namespace Analytics.Pipeline.Staging;

/// <summary>Whoever has no name of a company is called by first and last name.</summary>
internal static class PersonName
{
    public const string Column = "name";

    /// <summary>Null where the file has no last names, or keeps people's names apart.</summary>
    public static string? Of(Profiles.CanonicalTable table, IReadOnlyList<StagingColumn> columns)
    {
        StagingColumn? Named(string name) => columns.FirstOrDefault(c => c.Column == name);
        if (table.Name is not ("accounts" or "owners") || Named("last_name") is not { } last) return null;
        var person = $"nullif(concat_ws(' ', {(Named("first_name") is { } first ? $"{first.Value}, " : "")}{last.Value}), '')";
        return Named(Column) is { } name ? $"coalesce({name.Value}, {person})" : person;
    }
}
