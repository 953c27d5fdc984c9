using Analytics.Pipeline.Profiles;

namespace Analytics.Pipeline.Staging;

/// <summary>Whoever has no name of a company is called by first and last name.</summary>
internal static class PersonName
{
    /// <summary>The column that holds the name, and the expression; null where the file has no last names, or keeps people's names apart.</summary>
    public static (string Column, string Name)? Of(CanonicalTable table, IReadOnlyList<StagingColumn> columns) => table.Name switch
    {
        "accounts" or "owners" => Of("name", "first_name", "last_name", columns),
        "orders" => Of("account_name", "buyer_first_name", "buyer_last_name", columns),
        _ => null,
    };

    private static (string Column, string Name)? Of(string column, string firstName, string lastName, IReadOnlyList<StagingColumn> columns)
    {
        StagingColumn? Named(string name) => columns.FirstOrDefault(c => c.Column == name);
        if (Named(lastName) is not { } last) return null;
        var person = $"nullif(concat_ws(' ', {(Named(firstName) is { } first ? $"{first.Value}, " : "")}{last.Value}), '')";
        return (column, Named(column) is { } company ? $"coalesce({company.Value}, {person})" : person);
    }
}
