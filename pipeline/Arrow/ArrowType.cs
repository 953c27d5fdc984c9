using System.Globalization;
using System.Text.RegularExpressions;
using static Analytics.Pipeline.Arrow.FlatValue;

namespace Analytics.Pipeline.Arrow;

/// <summary>How a SQL type lies in Arrow: its code in Schema.fbs, that code's table, and the bytes of a value (0: text, -1: bits).</summary>
internal sealed partial record ArrowType(string Sql, byte Code, Table Description, int Width)
{
    private const byte Int = 2, FloatingPoint = 3, Utf8 = 5, Bool = 6, Decimal = 7, Date = 8, Timestamp = 10;

    [GeneratedRegex(@"^DECIMAL\((?<width>\d+),(?<scale>\d+)\)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DecimalType();

    /// <summary>The bytes of a DECIMAL where DuckDB keeps it: the fewest that hold its digits.</summary>
    public int Stored { get; private init; }

    /// <summary>Types without a place here (lists, structs) are written as their text.</summary>
    public static ArrowType Of(string sql) => sql switch
    {
        "BOOLEAN" => new(sql, Bool, new(), -1),
        "TINYINT" => Whole(sql, 1),
        "SMALLINT" => Whole(sql, 2),
        "INTEGER" => Whole(sql, 4),
        "BIGINT" => Whole(sql, 8),
        "DOUBLE" => new(sql, FloatingPoint, new(new Scalar(2, 2)), 8),
        "DATE" => new(sql, Date, new(new Scalar(0, 2)), 4),
        "TIMESTAMP" => new(sql, Timestamp, new(new Scalar(2, 2)), 8),
        "HUGEINT" => Exact("DECIMAL(38,0)", 38, 0),
        _ when DecimalType().Match(sql) is { Success: true } match => Exact(sql, Number(match, "width"), Number(match, "scale")),
        _ => new("VARCHAR", Utf8, new(), 0),
    };

    private static ArrowType Whole(string sql, int bytes) => new(sql, Int, new(new Scalar(8 * bytes, 4), new Scalar(1, 1)), bytes);

    private static ArrowType Exact(string sql, int width, int scale) =>
        new(sql, Decimal, new(new Scalar(width, 4), new Scalar(scale, 4), new Scalar(128, 4)), 16) { Stored = width <= 4 ? 2 : width <= 9 ? 4 : width <= 18 ? 8 : 16 };

    private static int Number(Match match, string name) => int.Parse(match.Groups[name].Value, CultureInfo.InvariantCulture);
}
