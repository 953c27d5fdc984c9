using System.Reflection;
using Analytics.Notebooks.Display;

namespace Analytics.Notebooks;

/// <summary>Rows held in columns: what a query gives, and what a cell shows sorted and in pages.</summary>
public sealed class Table : IRenderable
{
    internal Table(IReadOnlyList<Column> columns) => Columns = columns;

    /// <summary>The columns, left to right.</summary>
    public IReadOnlyList<Column> Columns { get; }

    /// <summary>How many rows there are.</summary>
    public int Count => Columns.Count == 0 ? 0 : Columns[0].Values.Count;

    /// <summary>The column of that name, in any case.</summary>
    public Column this[string name] => Columns.FirstOrDefault(c => string.Equals(c.Name, name, StringComparison.OrdinalIgnoreCase))
        ?? throw new CellException(Words.Fill("table.noColumn", ("name", name), ("columns", string.Join(", ", Columns.Select(c => c.Name)))));

    /// <summary>The rows as a type of yours: a record whose parameters are named as the columns (win_rate is WinRate), a tuple, or one value.</summary>
    public IReadOnlyList<T> Rows<T>()
    {
        var mapper = new RowMapper(typeof(T), Columns);
        return [.. Enumerable.Range(0, Count).Select(row => (T)mapper.Read(row)!)];
    }

    /// <summary>A table of any rows: a column for each property.</summary>
    public static Table Of<T>(IEnumerable<T> rows) => OfRows(rows.Cast<object?>(), typeof(T));

    internal static Table OfRows(IEnumerable<object?> rows, Type type)
    {
        var all = rows.ToList();
        if (type == typeof(object) && all.FirstOrDefault(r => r is not null) is { } first) type = first.GetType();
        var members = Members(type);
        return members.Count == 0
            ? new([new Column("value", all)])
            : new([.. members.Select(m => new Column(m.Name, all.ConvertAll(row => row is null ? null : m.Read(row))))]);
    }

    /// <summary>The first rows as aligned text, for scripts that print.</summary>
    public override string ToString() => TableText.Of(this);

    MimeBundle IRenderable.Render() => new(TableText.Of(this), TableHtml.Of(this));

    private static List<(string Name, Func<object, object?> Read)> Members(Type type)
    {
        if (type.IsPrimitive || type.IsEnum || type == typeof(string) || type == typeof(decimal) || Nullable.GetUnderlyingType(type) is not null || type.Namespace == nameof(System) && !IsTuple(type))
            return [];
        return IsTuple(type)
            ? [.. type.GetFields(BindingFlags.Public | BindingFlags.Instance).Select(f => (f.Name, (Func<object, object?>)f.GetValue))]
            : [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanRead && p.GetIndexParameters().Length == 0).Select(p => (p.Name, (Func<object, object?>)p.GetValue))];
    }

    private static bool IsTuple(Type type) => type.IsGenericType && type.FullName!.StartsWith("System.ValueTuple`", StringComparison.Ordinal);
}
