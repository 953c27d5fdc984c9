using System.Collections;
using System.Globalization;
using System.Numerics;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Analytics.Notebooks.Display;

/// <summary>How any value of a cell is shown: what knows how it looks, rows as a table, a record by its members, the rest as text.</summary>
internal static class Formatter
{
    private const int MostRows = 1_000;

    public static MimeBundle? Format(object? value) => value switch
    {
        null => null,
        IRenderable renderable => renderable.Render(),
        string text => new(HtmlText.Visible(text)),
        IDictionary map => Rendered(Map(map)),
        IEnumerable rows when RowType(rows.GetType()) is { } type => Rendered(Table.OfRows(rows.Cast<object?>().Take(MostRows), type)),
        _ when IsRecord(value.GetType()) => Rendered(Members(value)),
        IFormattable number => new(number.ToString(null, Words.Culture)),
        _ => new(HtmlText.Visible(value.ToString() ?? "")),
    };

    private static MimeBundle Rendered(IRenderable table) => table.Render();

    /// <summary>The type of a sequence's elements; null where the value is no sequence to show as rows.</summary>
    private static Type? RowType(Type type) => type.GetInterfaces().Append(type)
        .Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>))
        .Select(i => i.GetGenericArguments()[0])
        .FirstOrDefault();

    private static Table Map(IDictionary map)
    {
        var (keys, values) = (new List<object?>(), new List<object?>());
        foreach (DictionaryEntry entry in map)
        {
            keys.Add(entry.Key);
            values.Add(entry.Value);
        }
        return new Table([new Column("key", keys), new Column("value", values)]);
    }

    private static Table Members(object value)
    {
        var members = value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.GetIndexParameters().Length == 0 && p.CanRead).ToList();
        return new Table([new Column("", members.ConvertAll(p => (object?)p.Name)), new Column(Name(value.GetType()), members.ConvertAll(p => p.GetValue(value)))]);
    }

    /// <summary>Records and anonymous types are data; other objects print as they say themselves.</summary>
    private static bool IsRecord(Type type) =>
        type.GetMethod("<Clone>$") is not null
        || IsAnonymous(type)
        || (type.IsValueType && !type.IsPrimitive && type.GetMethod("PrintMembers", BindingFlags.NonPublic | BindingFlags.Instance) is not null);

    private static bool IsAnonymous(Type type) => type.IsDefined(typeof(CompilerGeneratedAttribute)) && type.Name.Contains("AnonymousType", StringComparison.Ordinal);

    private static string Name(Type type) => IsAnonymous(type) ? "" : type.Name.Split('`')[0];

    /// <summary>One cell of a table.</summary>
    public static string Cell(object? value) => value switch
    {
        null or DBNull => "",
        string text => HtmlText.Visible(text),
        decimal number => number.ToString($"N{Math.Min(number.Scale, (byte)6)}", Words.Culture),
        double number => Double(number),
        float number => Double(number),
        byte or sbyte or short or ushort or int or uint or long or ulong => Whole(new BigInteger(Convert.ToDecimal(value, CultureInfo.InvariantCulture))),
        Int128 or UInt128 or BigInteger => Whole(BigInteger.Parse(value.ToString()!, CultureInfo.InvariantCulture)),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime time => time.ToString(time.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        bool flag => Words.Of(flag ? "value.true" : "value.false"),
        IFormattable other => other.ToString(null, Words.Culture),
        IEnumerable items => $"[{string.Join(", ", items.Cast<object?>().Take(20).Select(Cell))}]",
        _ => HtmlText.Visible(value.ToString() ?? ""),
    };

    // Years and identifiers are short and stay as they are.
    private static string Whole(BigInteger number) => number.ToString(BigInteger.Abs(number) < 10_000 ? "F0" : "N0", Words.Culture);

    private static string Double(double number) => !double.IsFinite(number) ? number.ToString(Words.Culture) : Math.Abs(number) switch
    {
        < 10_000 when number == Math.Floor(number) => number.ToString("F0", Words.Culture),
        >= 1000 => number.ToString("N0", Words.Culture),
        >= 100 => number.ToString("N1", Words.Culture),
        >= 10 => number.ToString("N2", Words.Culture),
        >= 0.001 => number.ToString("N3", Words.Culture),
        _ => number.ToString("E2", Words.Culture),
    };
}
