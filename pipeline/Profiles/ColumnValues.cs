using Analytics.Pipeline.Landing;

namespace Analytics.Pipeline.Profiles;

/// <summary>What the first values of each column look like: evidence for or against what its header says.</summary>
internal sealed class ColumnValues(IReadOnlyList<string[]> head, IReadOnlyDictionary<int, KeyLink> links)
{
    private const double Mostly = 0.9;
    private const int FirstRows = 100, Few = 15;
    private readonly Dictionary<int, List<string>> _values = [];

    /// <summary>Every table asks the same of a column.</summary>
    private readonly Dictionary<(int Column, Predicate<string> Shape), bool> _shapes = [];

    /// <summary>Whether a column's values are plainly something else: addresses for a date, dates for a name, an amount or a yes.</summary>
    public bool Contradict(int column, string name, ColumnType type) => type switch
    {
        ColumnType.Date or ColumnType.Moment => Are(column, CellShape.IsMail) || Are(column, CellShape.IsMoney) || Are(column, CellShape.IsWording),
        ColumnType.Amount or ColumnType.Number => Are(column, CellShape.IsMail) || Are(column, CellShape.IsDayInWriting) || Are(column, CellShape.IsWording),
        ColumnType.Flag => Are(column, CellShape.IsDayInWriting),
        ColumnType.Text when name is "name" or "account_name" or "product_name" or "stage" =>
            Are(column, CellShape.IsMail) || Are(column, CellShape.IsDayInWriting) || Are(column, CellShape.IsMoney),
        _ => false,
    };

    /// <summary>The link that another file's keys say a column is; null where they say none.</summary>
    public KeyLink? Link(int column) => links.GetValueOrDefault(column);

    public bool Are(int column, Predicate<string> shape)
    {
        if (_shapes.TryGetValue((column, shape), out var are)) return are;
        var values = Of(column);
        return _shapes[(column, shape)] = values.Count > 0 && values.Count(v => shape(v)) >= Mostly * values.Count;
    }

    /// <summary>A column's cells of the first rows, empty ones too: cells of one row stand at the same place.</summary>
    public IReadOnlyList<string> First(int column) => head.Take(FirstRows).Select(r => column < r.Length ? r[column].Trim() : "").ToList();

    public bool HasAny(int column) => Of(column).Count > 0;

    /// <summary>Whether none of the first rows fills it.</summary>
    public bool IsEmpty(int column) => head.Count > 0 && !HasAny(column);

    public bool Any(int column, Predicate<string> shape) => Of(column).Exists(shape);

    /// <summary>Many different values, some of them several times.</summary>
    public bool ComeBack(int column)
    {
        var values = Of(column);
        var different = values.Distinct(StringComparer.Ordinal).Count();
        return different < values.Count && different > Math.Sqrt(values.Count);
    }

    /// <summary>A handful of different values in all.</summary>
    public bool AreFew(int column) => Of(column).Distinct(StringComparer.Ordinal).Count() <= Few;

    private List<string> Of(int column)
    {
        if (!_values.TryGetValue(column, out var values))
            _values[column] = values = head.Where(r => column < r.Length && !string.IsNullOrWhiteSpace(r[column])).Select(r => r[column]).ToList();
        return values;
    }
}
