using System.Globalization;
using Analytics.Pipeline.DuckDb.Native;

namespace Analytics.Pipeline.DuckDb.Reading;

/// <summary>DuckDB counts from 1970-01-01, .NET from 0001-01-01; DuckDB's infinities are .NET's largest and smallest values.</summary>
internal static class Epoch
{
    private const int Day = 719_162;
    private const int PositiveInfinityDays = int.MaxValue;
    private const int NegativeInfinityDays = -int.MaxValue;
    private const long PositiveInfinity = long.MaxValue;
    private const long NegativeInfinity = -long.MaxValue;

    internal static DateOnly ToDate(int days) => days switch
    {
        PositiveInfinityDays => DateOnly.MaxValue,
        NegativeInfinityDays => DateOnly.MinValue,
        >= -Day and <= 2_932_896 => DateOnly.FromDayNumber(days + Day),
        _ => throw OutOfRange($"Day {days.ToString(CultureInfo.InvariantCulture)} from 1970-01-01"),
    };

    internal static int FromDate(DateOnly date) => date.DayNumber - Day;

    internal static DateTime ToDateTime(NativeType type, long value)
    {
        var kind = type == NativeType.TimestampTz ? DateTimeKind.Utc : DateTimeKind.Unspecified;
        if (value == PositiveInfinity) return DateTime.SpecifyKind(DateTime.MaxValue, kind);
        if (value == NegativeInfinity) return DateTime.SpecifyKind(DateTime.MinValue, kind);
        var ticks = Ticks(type, value) + DateTime.UnixEpoch.Ticks;
        if (ticks < 0 || ticks > DateTime.MaxValue.Ticks) throw OutOfRange($"Timestamp {value.ToString(CultureInfo.InvariantCulture)}");
        return new DateTime((long)ticks, kind);
    }

    internal static long FromDateTime(NativeType type, DateTime value)
    {
        var ticks = value.Ticks - DateTime.UnixEpoch.Ticks;
        return type switch
        {
            NativeType.TimestampS => FloorDivide(ticks, TimeSpan.TicksPerSecond),
            NativeType.TimestampMs => FloorDivide(ticks, TimeSpan.TicksPerMillisecond),
            NativeType.TimestampNs => checked(ticks * TimeSpan.NanosecondsPerTick),
            _ => FloorDivide(ticks, TimeSpan.TicksPerMicrosecond),
        };
    }

    private static Int128 Ticks(NativeType type, long value) => type switch
    {
        NativeType.TimestampS => (Int128)value * TimeSpan.TicksPerSecond,
        NativeType.TimestampMs => (Int128)value * TimeSpan.TicksPerMillisecond,
        NativeType.TimestampNs => FloorDivide(value, TimeSpan.NanosecondsPerTick),
        _ => (Int128)value * TimeSpan.TicksPerMicrosecond,
    };

    private static long FloorDivide(long value, long by) => value >= 0 ? value / by : -((-value + by - 1) / by);

    private static OverflowException OutOfRange(string what) =>
        new($"{what} lies outside the years 1 to 9999 of .NET. Read it as text, or limit it in SQL.");
}
