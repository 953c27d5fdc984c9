using Analytics.Pipeline.DuckDb.Native;

namespace Analytics.Pipeline.DuckDb.Reading;

internal sealed unsafe partial class ColumnVector
{
    internal DateOnly ReadDate(int row) => Type.Id == NativeType.Date ? Epoch.ToDate(At<int>(row)) : throw NotReadableAs(typeof(DateOnly));

    internal DateTime ReadDateTime(int row)
    {
        if (Type.IsTimestamp) return Epoch.ToDateTime(Type.Id, At<long>(row));
        if (Type.Id == NativeType.Date) return Epoch.ToDate(At<int>(row)).ToDateTime(TimeOnly.MinValue);
        throw NotReadableAs(typeof(DateTime));
    }

    /// <summary>A TIMESTAMPTZ in UTC; a TIMETZ keeps its offset, on 2 January of the year 1, where every offset fits.</summary>
    internal DateTimeOffset ReadDateTimeOffset(int row)
    {
        if (Type.Id == NativeType.TimeTz) return ReadTimeTz(At<ulong>(row));
        return Type.IsTimestamp ? new DateTimeOffset(ReadDateTime(row), TimeSpan.Zero) : throw NotReadableAs(typeof(DateTimeOffset));
    }

    internal TimeOnly ReadTime(int row)
    {
        var ticks = TimeTicks(row, typeof(TimeOnly));
        return ticks < TimeSpan.TicksPerDay ? new TimeOnly(ticks) : throw new OverflowException(
            $"Column '{Name}' holds the time 24:00:00, which TimeOnly has not: read it as a TimeSpan.");
    }

    internal DuckDBInterval ReadInterval(int row) =>
        Type.Id == NativeType.Interval ? At<DuckDBInterval>(row) : throw NotReadableAs(typeof(DuckDBInterval));

    internal TimeSpan ReadTimeSpan(int row) =>
        Type.Id == NativeType.Interval ? At<DuckDBInterval>(row).ToTimeSpan() : TimeSpan.FromTicks(TimeTicks(row, typeof(TimeSpan)));

    private long TimeTicks(int row, Type target) => Type.Id switch
    {
        NativeType.Time => At<long>(row) * TimeSpan.TicksPerMicrosecond,
        NativeType.TimeNs => At<long>(row) / TimeSpan.NanosecondsPerTick,
        _ => throw NotReadableAs(target),
    };

    // 40 bits of microseconds, then 24 bits that hold the largest offset (15:59:59) minus the offset, in seconds.
    private static DateTimeOffset ReadTimeTz(ulong bits)
    {
        var micros = (long)(bits >> 24);
        var offset = TimeSpan.FromSeconds(57_599 - (int)(bits & 0xFF_FFFF));
        if (offset.Seconds != 0 || offset.Duration() > TimeSpan.FromHours(14))
            throw new OverflowException($"A time with the offset {offset} does not fit DateTimeOffset: read it as text.");
        return new DateTimeOffset(TimeSpan.TicksPerDay + micros * TimeSpan.TicksPerMicrosecond, offset);
    }
}
