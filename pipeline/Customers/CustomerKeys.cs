using System.Globalization;
using Analytics.Pipeline.Profiles;

namespace Analytics.Pipeline.Customers;

/// <summary>Which columns name a customer, and which describe it.</summary>
internal static class CustomerKeys
{
    /// <summary>More different words than this are names, not kinds.</summary>
    private const int MostWords = 200;

    private static readonly string[] s_keyWords = ["id", "number", "key", "code", "reference", "index"];

    public static IReadOnlyList<string> NamesOf(CustomerTable table)
    {
        var key = table.Columns.FirstOrDefault(column => column.Kind == CustomerColumnKind.Words && column.IsDistinct)
            ?? table.Columns.FirstOrDefault(IsKey);
        return [.. Enumerable.Range(0, table.Rows).Select(row => key?.TextOf(row) ?? (row + 1).ToString(CultureInfo.InvariantCulture))];
    }

    public static CustomerTraits TraitsOf(CustomerTable table, CustomerOutcome outcome)
    {
        var judged = table.Columns.Select(column => (Column: column, Reason: ReasonToLeaveOut(column, outcome))).ToList();
        return new([.. judged.Where(one => one.Reason is null).Select(one => one.Column)],
            [.. judged.Where(one => one.Reason is not null and not "asked").Select(one => (one.Column.Name, one.Reason!))]);
    }

    private static string? ReasonToLeaveOut(CustomerColumn column, CustomerOutcome outcome)
    {
        if (column.Name == outcome.Column.Name) return "asked";
        if (OutcomeColumn.IsCalledSo(column.Name)) return "outcome";
        if (IsKey(column)) return "key";
        if (column.Kind == CustomerColumnKind.Words && column.Words.Count > Math.Min(MostWords, column.Values.Length / 4)) return "many";
        return Array.TrueForAll(column.Values, value => value.Equals(column.Values[0])) ? "same" : null;
    }

    /// <summary>A value of its own in every row, and a heading or an order that says that it counts them.</summary>
    private static bool IsKey(CustomerColumn column) => column.IsDistinct && (column.Kind == CustomerColumnKind.Words || CountsUp(column) || IsCalledKey(column.Name));

    private static bool CountsUp(CustomerColumn column) =>
        column.Kind == CustomerColumnKind.Number && column.Values.Length > 2 && Enumerable.Range(1, column.Values.Length - 1).All(row => column.Values[row] == column.Values[row - 1] + 1);

    private static bool IsCalledKey(string heading) => HeaderWords.Meaningful(HeaderWords.Normalise(heading)).Overlaps(s_keyWords);
}
