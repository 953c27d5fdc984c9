using Analytics.Pipeline.Landing;

namespace Analytics.Pipeline.Profiles;

/// <summary>A list of orders without headers, told from its values: one column of dates, one of money, and before them a customer who comes back.</summary>
internal static class HeaderlessOrders
{
    private const double Mostly = 0.9;

    /// <summary>Null where two columns could be the same thing: values alone decide nothing between equals.</summary>
    public static FileMapping? Recognise(IReadOnlyList<string> headers, IReadOnlyList<string[]> head)
    {
        var columns = Enumerable.Range(0, headers.Count)
            .Select(i => head.Where(r => i < r.Length && !string.IsNullOrWhiteSpace(r[i])).Select(r => r[i]).ToList()).ToList();
        var dates = Where(columns, CellShape.IsDate);
        var money = Where(columns, CellShape.IsMoney).Except(dates).ToList();
        var customers = Enumerable.Range(0, headers.Count).Except(dates).Except(money).Where(i => ComesBack(columns[i])).ToList();
        if (dates.Count != 1 || money.Count != 1 || customers.Count == 0) return null;
        return Mapping(headers, new() { [customers[0]] = "account_id", [dates[0]] = "ordered_at", [money[0]] = "amount" });
    }

    private static List<int> Where(List<List<string>> columns, Predicate<string> shape) => Enumerable.Range(0, columns.Count)
        .Where(i => columns[i].Count > 0 && columns[i].Count(v => shape(v)) >= Mostly * columns[i].Count)
        .ToList();

    /// <summary>Many different values, some of them several times.</summary>
    private static bool ComesBack(List<string> values)
    {
        var different = values.Distinct(StringComparer.Ordinal).Count();
        return different < values.Count && different > Math.Sqrt(values.Count);
    }

    private static FileMapping Mapping(IReadOnlyList<string> headers, Dictionary<int, string> columns) => new(
        CanonicalTable.All.Single(t => t.Name == "orders"), Profile.Generic.Crm,
        headers.Select((h, i) => columns.TryGetValue(i, out var column)
            ? new HeaderMapping(i, h, column, HeaderMatch.Guessed)
            : new HeaderMapping(i, h, null, 0)).ToList());
}
