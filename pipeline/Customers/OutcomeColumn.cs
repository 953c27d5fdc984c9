using System.Globalization;
using Analytics.Pipeline.Profiles;

namespace Analytics.Pipeline.Customers;

/// <summary>The column that says who left, told by its heading and by what it holds.</summary>
internal static class OutcomeColumn
{
    /// <summary>A status may tell more than two fates; more values than this are something else.</summary>
    private const int MostValues = 6;

    public static bool IsCalledSo(string heading) => HeaderWords.Normalise(heading).Split(' ').Any(HeaderVocabulary.Leaving.Contains);

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
        var gone = values.FindAll(value => left is null ? HeaderVocabulary.Left.Contains(HeaderWords.Normalise(value)) : string.Equals(value, left, StringComparison.OrdinalIgnoreCase));
        var others = values.Except(gone, StringComparer.Ordinal).ToList();
        // Of two values, one that says so is enough; of more, one at least must say the contrary.
        if (gone.Count == 0 || others.Count == 0 || (left is null && values.Count > 2 && !others.Exists(value => HeaderVocabulary.Stayed.Contains(HeaderWords.Normalise(value))))) return null;
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
