using System.Runtime.InteropServices;

namespace Analytics.Pipeline.DuckDb;

/// <summary>DuckDB's INTERVAL as it is stored: months, days and microseconds, which do not convert into one another.</summary>
[StructLayout(LayoutKind.Sequential)]
public readonly record struct DuckDBInterval(int Months, int Days, long Micros)
{
    /// <summary>The interval of a time span: its whole days, and the rest in microseconds (100 ns are cut off).</summary>
    public static DuckDBInterval FromTimeSpan(TimeSpan span) =>
        new(0, span.Days, (span.Ticks - span.Days * TimeSpan.TicksPerDay) / TimeSpan.TicksPerMicrosecond);

    /// <summary>The interval as a time span with days of 24 hours; months, which have no fixed length, are an OverflowException.</summary>
    public TimeSpan ToTimeSpan() => Months == 0
        ? TimeSpan.FromTicks(checked(Days * TimeSpan.TicksPerDay + Micros * TimeSpan.TicksPerMicrosecond))
        : throw new OverflowException(
            $"An interval of {Months} months, {Days} days and {Micros} microseconds has no fixed length: read it as a DuckDBInterval.");
}
