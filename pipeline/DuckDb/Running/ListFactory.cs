using System.Collections;
using System.Numerics;
using Analytics.Pipeline.DuckDb.Native;
using static Analytics.Pipeline.DuckDb.Native.NativeMethods;

namespace Analytics.Pipeline.DuckDb.Running;

/// <summary>A LIST value from a .NET sequence of one element type; NULLs may be among the elements.</summary>
internal static unsafe class ListFactory
{
    internal static ValueHandle Create(IEnumerable items, string what)
    {
        var elements = items.Cast<object?>().ToArray();
        var values = new List<ValueHandle>(elements.Length);
        try
        {
            foreach (var element in elements) values.Add(ValueFactory.Create(element, what));
            var list = Create(items, elements, values);
            return list.IsInvalid ? throw Mixed(what) : list;
        }
        finally
        {
            values.ForEach(value => value.Dispose());
        }
    }

    private static ValueHandle Create(IEnumerable items, object?[] elements, List<ValueHandle> values)
    {
        // One place more than needed: an empty array would pin as null, which DuckDB refuses.
        var pointers = new nint[values.Count + 1];
        for (var i = 0; i < values.Count; i++) pointers[i] = values[i].DangerousGetHandle();
        var sample = Array.FindIndex(elements, element => element is not (null or DBNull));
        using var own = OwnType(items, elements, sample);
        var type = own?.DangerousGetHandle() ?? duckdb_get_value_type(values[sample]);
        fixed (nint* start = pointers) return duckdb_create_list_value(type, start, (ulong)values.Count);
    }

    /// <summary>A type made here where the first element does not tell it: no element, or decimals of several widths.</summary>
    private static LogicalTypeHandle? OwnType(IEnumerable items, object?[] elements, int sample)
    {
        if (sample < 0) return duckdb_create_logical_type(ElementType(items.GetType()));
        if (elements[sample] is not decimal) return null;
        var decimals = elements.OfType<decimal>().Select(ValueFactory.ToNative).ToArray();
        var scale = decimals.Max(d => d.Scale);
        var whole = decimals.Max(d => d.Width - d.Scale);
        return duckdb_create_decimal_type((byte)Math.Clamp(whole + scale, 1, 38), scale);
    }

    private static NativeType ElementType(Type sequence)
    {
        var element = sequence.GetElementType() ?? (sequence.IsGenericType ? sequence.GetGenericArguments()[0] : typeof(string));
        var type = Nullable.GetUnderlyingType(element) ?? element;
        return
            type == typeof(int) ? NativeType.Integer :
            type == typeof(long) ? NativeType.BigInt :
            type == typeof(double) || type == typeof(decimal) ? NativeType.Double :
            type == typeof(bool) ? NativeType.Boolean :
            type == typeof(DateOnly) ? NativeType.Date :
            type == typeof(DateTime) ? NativeType.Timestamp :
            type == typeof(Guid) ? NativeType.Uuid :
            type == typeof(BigInteger) ? NativeType.HugeInt : NativeType.Varchar;
    }

    private static InvalidOperationException Mixed(string what) =>
        new($"The list given for {what} has elements of several types, which one DuckDB list cannot hold.");
}
