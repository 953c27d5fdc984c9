using Analytics.Notebooks.Display;

namespace Analytics.Notebooks;

/// <summary>A column of a table: its values in the rows' order, null where there is none.</summary>
public sealed class Column : IRenderable
{
    internal Column(string name, IReadOnlyList<object?> values, string? type = null)
    {
        (Name, Values) = (name, values);
        Type = type ?? values.FirstOrDefault(v => v is not null)?.GetType().Name ?? "";
        IsNumeric = values.Any(v => v is not null) && values.All(v => v is null or sbyte or byte or short or ushort or int or uint or long or ulong or Int128 or UInt128 or System.Numerics.BigInteger or float or double or decimal);
    }

    /// <summary>The column's name.</summary>
    public string Name { get; }

    /// <summary>The type as SQL writes it, such as DECIMAL(18,2).</summary>
    public string Type { get; }

    /// <summary>The values, exactly as the warehouse has them.</summary>
    public IReadOnlyList<object?> Values { get; }

    internal bool IsNumeric { get; }

    /// <summary>How a value is shown.</summary>
    internal Func<object?, string> Written { get; init; } = Formatter.Cell;

    /// <summary>The same hours, shown as people read them.</summary>
    internal Column InHours() => new(Name, Values, Type) { Written = hours => hours is double known ? Words.Hours(known) : "" };

    MimeBundle IRenderable.Render() => ((IRenderable)new Table([this])).Render();

    /// <summary>The values as another type; ask for a nullable one where some are missing.</summary>
    public IReadOnlyList<T> As<T>() => [.. Values.Select(v => (T)RowMapper.Convert(v, typeof(T), Name)!)];
}
