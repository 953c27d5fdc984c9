using System.Globalization;
using System.Reflection;

namespace Analytics.Notebooks;

/// <summary>Makes typed rows of columns: by the names of a constructor's parameters, by a tuple's places, or the one value.</summary>
internal sealed class RowMapper
{
    private readonly ConstructorInfo? _constructor;
    private readonly (Column Column, Type Type)[] _parts;

    public RowMapper(Type type, IReadOnlyList<Column> columns)
    {
        if (IsValue(type))
        {
            _parts = columns is [var first, ..] ? [(first, type)] : throw new CellException(Words.Of("table.noColumns"));
            return;
        }
        _constructor = type.GetConstructors().OrderByDescending(c => c.GetParameters().Length).FirstOrDefault(c => c.GetParameters().Length > 0)
            ?? throw new CellException(Words.Fill("rows.noConstructor", ("type", type.Name)));
        var parameters = _constructor.GetParameters();
        var byPlace = type.FullName!.StartsWith("System.ValueTuple`", StringComparison.Ordinal);
        _parts = [.. parameters.Select((p, i) => (byPlace ? Place(columns, i, parameters.Length) : Named(columns, p.Name!, type), p.ParameterType))];
    }

    public object? Read(int row)
    {
        var values = Array.ConvertAll(_parts, part => Convert(part.Column.Values[row], part.Type, part.Column.Name));
        return _constructor is null ? values[0] : _constructor.Invoke(BindingFlags.DoNotWrapExceptions, null, values, CultureInfo.InvariantCulture);
    }

    public static object? Convert(object? value, Type type, string column)
    {
        var wanted = Nullable.GetUnderlyingType(type) ?? type;
        if (value is null or DBNull)
            return wanted != type || !type.IsValueType ? null : throw new CellException(Words.Fill("rows.null", ("column", column), ("type", type.Name)));
        if (wanted.IsInstanceOfType(value)) return value;
        try
        {
            return (value, wanted) switch
            {
                (_, _) when wanted == typeof(string) => Display.Formatter.Cell(value),
                (DateTime time, _) when wanted == typeof(DateOnly) => DateOnly.FromDateTime(time),
                (DateOnly day, _) when wanted == typeof(DateTime) => day.ToDateTime(TimeOnly.MinValue),
                (Int128 or UInt128 or System.Numerics.BigInteger, _) => System.Convert.ChangeType(decimal.Parse(value.ToString()!, CultureInfo.InvariantCulture), wanted, CultureInfo.InvariantCulture),
                _ => System.Convert.ChangeType(value, wanted, CultureInfo.InvariantCulture),
            };
        }
        catch (Exception e) when (e is InvalidCastException or FormatException or OverflowException)
        {
            throw new CellException(Words.Fill("rows.type", ("column", column), ("found", value.GetType().Name), ("type", wanted.Name)), e);
        }
    }

    private static bool IsValue(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain.IsPrimitive || plain.IsEnum || plain == typeof(string) || plain == typeof(object)
            || (plain.IsValueType && plain.Namespace == nameof(System) && !plain.FullName!.StartsWith("System.ValueTuple`", StringComparison.Ordinal));
    }

    private static Column Place(IReadOnlyList<Column> columns, int place, int count) => place < columns.Count
        ? columns[place]
        : throw new CellException(Words.Fill("rows.places", ("count", count.ToString(CultureInfo.InvariantCulture)), ("columns", string.Join(", ", columns.Select(c => c.Name)))));

    private static Column Named(IReadOnlyList<Column> columns, string parameter, Type type) =>
        columns.FirstOrDefault(c => string.Equals(c.Name.Replace("_", "", StringComparison.Ordinal), parameter.Replace("_", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase))
        ?? throw new CellException(Words.Fill("rows.unnamed", ("type", type.Name), ("parameter", parameter), ("columns", string.Join(", ", columns.Select(c => c.Name)))));
}
