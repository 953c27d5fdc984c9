using System.Runtime.CompilerServices;
using Analytics.Pipeline.DuckDb.Reading;

namespace Analytics.Pipeline.DuckDb;

public sealed partial class DuckDBDataReader
{
    public override object this[int ordinal] => GetValue(ordinal);

    public override object this[string name] => GetValue(GetOrdinal(name));

    public override bool IsDBNull(int ordinal) => !Current(ordinal).IsValid(_row);

    /// <summary>The value as T without boxing for common types; numbers convert where nothing is lost, lists and maps to their .NET kin, ENUM to enum.</summary>
    public override T GetFieldValue<T>(int ordinal)
    {
        var column = Current(ordinal);
        return typeof(T) == typeof(object) ? (T)GetValue(ordinal) : column.Read<T>(_row);
    }

    /// <summary>The value, DBNull for NULL; a DECIMAL of more than 28 digits and an INTERVAL with months are OverflowExceptions.</summary>
    public override object GetValue(int ordinal)
    {
        var column = Current(ordinal);
        return column.IsValid(_row) ? column.ReadObject(_row) : DBNull.Value;
    }

    public override int GetValues(object[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var count = Math.Min(values.Length, _columns.Length);
        for (var i = 0; i < count; i++) values[i] = GetValue(i);
        return count;
    }

    public override bool GetBoolean(int ordinal) => Current(ordinal).Read<bool>(_row);

    public override byte GetByte(int ordinal) => Current(ordinal).Read<byte>(_row);

    public override short GetInt16(int ordinal) => Current(ordinal).Read<short>(_row);

    public override int GetInt32(int ordinal) => Current(ordinal).Read<int>(_row);

    public override long GetInt64(int ordinal) => Current(ordinal).Read<long>(_row);

    public override float GetFloat(int ordinal) => Current(ordinal).Read<float>(_row);

    public override double GetDouble(int ordinal) => Current(ordinal).Read<double>(_row);

    public override decimal GetDecimal(int ordinal) => Current(ordinal).Read<decimal>(_row);

    public override DateTime GetDateTime(int ordinal) => Current(ordinal).Read<DateTime>(_row);

    public override Guid GetGuid(int ordinal) => Current(ordinal).Read<Guid>(_row);

    /// <summary>A VARCHAR, ENUM or BIT, or a DECIMAL of any length.</summary>
    public override string GetString(int ordinal) => Current(ordinal).Read<string>(_row);

    public override char GetChar(int ordinal) => GetString(ordinal) is [var letter] ? letter : throw new InvalidCastException(
        $"Column '{GetName(ordinal)}' holds a text that is not one character.");

    public override Stream GetStream(int ordinal) => Current(ordinal).Read<Stream>(_row);

    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) =>
        Copy(GetFieldValue<byte[]>(ordinal), dataOffset, buffer, bufferOffset, length);

    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) =>
        Copy(GetString(ordinal).ToCharArray(), dataOffset, buffer, bufferOffset, length);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ColumnVector Current(int ordinal)
    {
        if ((uint)_row >= (uint)_rows) ThrowNoRow();
        return _columns[ordinal];
    }

    private void ThrowNoRow()
    {
        ObjectDisposedException.ThrowIf(_closed, this);
        throw new InvalidOperationException("There is no current row: call Read first, and stop when it gives false.");
    }

    private static long Copy<T>(T[] source, long from, T[]? target, int at, int length)
    {
        if (target is null) return source.Length;
        var count = (int)Math.Clamp(source.Length - from, 0, length);
        Array.Copy(source, from, target, at, count);
        return count;
    }
}
