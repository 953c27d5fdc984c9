using Analytics.Pipeline.DuckDb.Native;
using Analytics.Pipeline.DuckDb.Reading;

namespace Analytics.Pipeline.DuckDb.Writing;

internal sealed unsafe partial class VectorWriter
{
    private void WriteDate(int row, DateOnly value)
    {
        if (_type.Id == NativeType.Date) Set(row, Epoch.FromDate(value));
        else WriteDateTime(row, value.ToDateTime(TimeOnly.MinValue));
    }

    private void WriteDateTime(int row, DateTime value)
    {
        if (_type.Id == NativeType.TimestampTz && value.Kind == DateTimeKind.Local) value = value.ToUniversalTime();
        if (_type.IsTimestamp) Set(row, Epoch.FromDateTime(_type.Id, value));
        else if (_type.Id == NativeType.Date && value.TimeOfDay == TimeSpan.Zero) Set(row, Epoch.FromDate(DateOnly.FromDateTime(value)));
        else throw NotWritable(typeof(DateTime));
    }

    private void WriteDateTimeOffset(int row, DateTimeOffset value)
    {
        if (_type.Id == NativeType.TimestampTz) Set(row, Epoch.FromDateTime(_type.Id, value.UtcDateTime));
        else if (_type.Id == NativeType.TimeTz) Set(row, TimeTz(value));
        else throw NotWritable(typeof(DateTimeOffset));
    }

    private void WriteTimeSpan(int row, TimeSpan value)
    {
        if (_type.Id == NativeType.Interval) WriteInterval(row, DuckDBInterval.FromTimeSpan(value));
        else WriteTime(row, value.Ticks, typeof(TimeSpan));
    }

    private void WriteTime(int row, long ticks, Type type)
    {
        if (ticks is < 0 or > TimeSpan.TicksPerDay) throw new OverflowException($"{_name} takes times from 00:00 to 24:00, not {TimeSpan.FromTicks(ticks)}.");
        if (_type.Id == NativeType.Time) Set(row, ticks / TimeSpan.TicksPerMicrosecond);
        else if (_type.Id == NativeType.TimeNs) Set(row, ticks * TimeSpan.NanosecondsPerTick);
        else throw NotWritable(type);
    }

    private void WriteInterval(int row, DuckDBInterval value)
    {
        if (_type.Id != NativeType.Interval) throw NotWritable(typeof(DuckDBInterval));
        Set(row, value);
    }

    private static ulong TimeTz(DateTimeOffset value)
    {
        var micros = (ulong)(value.TimeOfDay.Ticks / TimeSpan.TicksPerMicrosecond);
        return micros << 24 | (uint)(57_599 - (int)value.Offset.TotalSeconds);
    }
}
