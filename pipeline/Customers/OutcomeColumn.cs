using System.Globalization;
using Analytics.Pipeline.Profiles;

namespace Analytics.Pipeline.Customers;

/// <summary>The column that says who left, in the words in which such columns are headed and filled.</summary>
internal static class OutcomeColumn
{
    /// <summary>A status may tell more than two fates; more values than this are something else.</summary>
    private const int MostValues = 6;

    private static readonly HashSet<string> s_headings = new(StringComparer.Ordinal)
    {
        "churn", "churned", "churner", "attrition", "exited", "left", "lost", "cancelled", "canceled", "unsubscribed", "resigned",
        "parti", "partie", "perdu", "perdue", "resilie", "resiliee", "resiliation", "desabonne", "desabonnement", "abandon", "depart", "attrite",
        "baja", "fuga", "kundigung", "gekundigt", "abwanderung", "abbandono", "opgezegd",
    };

    private static readonly HashSet<string> s_left = new(s_headings, StringComparer.Ordinal)
    {
        "yes", "y", "true", "1", "oui", "o", "vrai", "si", "sim", "ja", "attrited", "gone", "terminated", "inactive", "inactif", "inactive customer", "attrited customer", "closed", "quit",
    };

    private static readonly HashSet<string> s_stayed = new(StringComparer.Ordinal)
    {
        "no", "n", "false", "0", "non", "faux", "nao", "nein", "nee", "existing", "existing customer", "active", "actif", "stayed", "retained", "kept", "current", "joined", "new",
        "client", "reste", "fidele", "conserve", "not churned", "no churn",
    };

    public static bool IsCalledSo(string heading) => HeaderWords.Normalise(heading).Split(' ').Any(s_headings.Contains);

    public static CustomerOutcome? Of(CustomerTable table, string? named, string? left) => named is null
        ? table.Columns.Where(column => IsCalledSo(column.Name)).OrderBy(column => HeaderWords.Normalise(column.Name).Length).Select(column => Read(column, left)).FirstOrDefault(outcome => outcome is not null)
        : Read(Find(table, named), left) ?? throw Undecided(table, Find(table, named), left);

    private static CustomerColumn Find(CustomerTable table, string named) =>
        table.Columns.FirstOrDefault(column => string.Equals(column.Name, named, StringComparison.OrdinalIgnoreCase))
        ?? throw new ProblemException(ProblemCode.ColumnNotFound, ("file", table.File), ("column", named), ("columns", string.Join(", ", table.Columns.Select(column => column.Name))));

    /// <summary>Null where the values are not told apart.</summary>
    private static CustomerOutcome? Read(CustomerColumn column, string? left)
    {
        if (column.Kind == CustomerColumnKind.Day) return null;
        var values = Different(column);
        if (values.Count is < 2 or > MostValues) return null;
        var gone = values.FindAll(value => left is null ? s_left.Contains(HeaderWords.Normalise(value)) : string.Equals(value, left, StringComparison.OrdinalIgnoreCase));
        var others = values.Except(gone, StringComparer.Ordinal).ToList();
        // Of two values, one that says so is enough; of more, one at least must say the contrary.
        if (gone.Count == 0 || others.Count == 0 || (left is null && values.Count > 2 && !others.Exists(value => s_stayed.Contains(HeaderWords.Normalise(value))))) return null;
        return new(column, gone, [.. Enumerable.Range(0, column.Values.Length).Select(row => column.TextOf(row) is { } text ? gone.Contains(text, StringComparer.Ordinal) : (bool?)null)]);
    }

    private static List<string> Different(CustomerColumn column) =>
        [.. Enumerable.Range(0, column.Values.Length).Select(column.TextOf).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static ProblemException Undecided(CustomerTable table, CustomerColumn column, string? left)
    {
        var values = Different(column);
        var shown = string.Join(", ", values.Take(MostValues)) + (values.Count > MostValues ? ", …" : "");
        return new(ProblemCode.OutcomeUndecided, ("file", table.File), ("column", column.Name), ("count", values.Count.ToString(CultureInfo.InvariantCulture)), ("values", shown), ("left", left ?? ""));
    }
}
