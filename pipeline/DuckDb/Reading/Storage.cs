using Analytics.Pipeline.DuckDb.Native;

namespace Analytics.Pipeline.DuckDb.Reading;

/// <summary>Which .NET types lie as DuckDB stores a column.</summary>
internal static class Storage
{
    internal static bool Fits(ColumnType column, Type type) => Of(column).Contains(type);

    internal static string Describe(ColumnType column) => Of(column) is [var first, ..] ? first.Name : "nested vectors (use the reader)";

    private static Type[] Of(ColumnType column) => column.Id switch
    {
        NativeType.Boolean => [typeof(bool), typeof(byte)],
        NativeType.TinyInt => [typeof(sbyte)],
        NativeType.SmallInt => [typeof(short)],
        NativeType.Integer or NativeType.Date => [typeof(int)],
        NativeType.BigInt or NativeType.Time or NativeType.TimeNs => [typeof(long)],
        NativeType.UTinyInt => [typeof(byte)],
        NativeType.USmallInt => [typeof(ushort)],
        NativeType.UInteger => [typeof(uint)],
        NativeType.UBigInt or NativeType.TimeTz => [typeof(ulong)],
        NativeType.Float => [typeof(float)],
        NativeType.Double => [typeof(double)],
        NativeType.HugeInt => [typeof(Int128)],
        NativeType.UHugeInt or NativeType.Uuid => [typeof(UInt128)],
        NativeType.Interval => [typeof(DuckDBInterval)],
        NativeType.Decimal => [column.Width <= 4 ? typeof(short) : column.Width <= 9 ? typeof(int) : column.Width <= 18 ? typeof(long) : typeof(Int128)],
        NativeType.Enum => [column.Labels.Length <= byte.MaxValue ? typeof(byte) : column.Labels.Length <= ushort.MaxValue ? typeof(ushort) : typeof(uint)],
        _ when column.IsTimestamp => [typeof(long)],
        _ when column.IsText => [typeof(DuckDBString)],
        _ => [],
    };
}
