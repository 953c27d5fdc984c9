using System.Globalization;
using System.Numerics;
using Analytics.Pipeline.DuckDb.Native;

namespace Analytics.Pipeline.DuckDb.Reading;

internal sealed partial record ColumnType
{
    /// <summary>The type as SQL writes it.</summary>
    internal string SqlName => Alias ?? Id switch
    {
        NativeType.Decimal => string.Create(CultureInfo.InvariantCulture, $"DECIMAL({Width},{Scale})"),
        NativeType.List => Children[0].SqlName + "[]",
        NativeType.Array => string.Create(CultureInfo.InvariantCulture, $"{Children[0].SqlName}[{ArraySize}]"),
        NativeType.Map => $"MAP({Children[0].SqlName}, {Children[1].SqlName})",
        NativeType.Struct => $"STRUCT({Members})",
        NativeType.Union => $"UNION({Members})",
        NativeType.Enum => $"ENUM({string.Join(", ", Labels.Select(l => $"'{l.Replace("'", "''", StringComparison.Ordinal)}'"))})",
        NativeType.TimeTz => "TIME WITH TIME ZONE",
        NativeType.TimestampTz => "TIMESTAMP WITH TIME ZONE",
        NativeType.TimestampS => "TIMESTAMP_S",
        NativeType.TimestampMs => "TIMESTAMP_MS",
        NativeType.TimestampNs => "TIMESTAMP_NS",
        NativeType.TimeNs => "TIME_NS",
        NativeType.SqlNull => "NULL",
        _ => Id.ToString().ToUpperInvariant(),
    };

    private string Members =>
        string.Join(", ", Children.Zip(ChildNames, (type, name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\" {type.SqlName}"));

    /// <summary>The .NET type that GetValue gives.</summary>
    internal Type ClrType => Id switch
    {
        NativeType.Boolean => typeof(bool),
        NativeType.TinyInt => typeof(sbyte),
        NativeType.SmallInt => typeof(short),
        NativeType.Integer => typeof(int),
        NativeType.BigInt => typeof(long),
        NativeType.UTinyInt => typeof(byte),
        NativeType.USmallInt => typeof(ushort),
        NativeType.UInteger => typeof(uint),
        NativeType.UBigInt => typeof(ulong),
        NativeType.HugeInt or NativeType.UHugeInt or NativeType.BigNum => typeof(BigInteger),
        NativeType.Float => typeof(float),
        NativeType.Double => typeof(double),
        NativeType.Decimal => typeof(decimal),
        NativeType.Varchar or NativeType.Enum or NativeType.Bit => typeof(string),
        NativeType.Blob or NativeType.Geometry => typeof(byte[]),
        NativeType.Date => typeof(DateOnly),
        NativeType.Time or NativeType.TimeNs => typeof(TimeOnly),
        NativeType.TimeTz => typeof(DateTimeOffset),
        NativeType.Interval => typeof(TimeSpan),
        NativeType.Uuid => typeof(Guid),
        NativeType.List or NativeType.Array => typeof(List<>).MakeGenericType(Children[0].ClrType),
        NativeType.Struct => typeof(Dictionary<string, object?>),
        NativeType.Map => typeof(Dictionary<,>).MakeGenericType(Children[0].ClrType, Children[1].ClrType),
        _ when IsTimestamp => typeof(DateTime),
        _ => typeof(object),
    };

    internal bool IsTimestamp =>
        Id is NativeType.Timestamp or NativeType.TimestampTz or NativeType.TimestampS or NativeType.TimestampMs or NativeType.TimestampNs;
}
