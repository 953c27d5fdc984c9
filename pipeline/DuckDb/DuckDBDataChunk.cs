using Analytics.Pipeline.DuckDb.Reading;

namespace Analytics.Pipeline.DuckDb;

/// <summary>Up to 2,048 rows in DuckDB's own columns, read without copying; its spans die when the next chunk is asked for.</summary>
public sealed unsafe class DuckDBDataChunk : IDisposable
{
    private readonly DuckDBDataReader _reader;
    private bool _over;

    internal DuckDBDataChunk(DuckDBDataReader reader)
    {
        _reader = reader;
        RowCount = reader.ChunkRows;
    }

    public int RowCount { get; }

    public int ColumnCount => _reader.FieldCount;

    /// <summary>The column's name.</summary>
    public string ColumnName(int column) => Vector(column).Name;

    /// <summary>
    /// The values in place, where a NULL row holds anything. T is what DuckDB stores: the integer or fraction of the same size,
    /// int days from 1970-01-01 for DATE, long for TIME and TIMESTAMP in their unit, short to Int128 of 10^-scale for DECIMAL,
    /// byte to uint for ENUM, DuckDBInterval, UInt128 for UUID, DuckDBString for VARCHAR, BLOB and BIT. Another T is an InvalidCastException.
    /// </summary>
    public ReadOnlySpan<T> Column<T>(int column) where T : unmanaged
    {
        var vector = Vector(column);
        if (!Storage.Fits(vector.Type, typeof(T))) throw new InvalidCastException(
            $"Column '{vector.Name}' is {vector.Type.SqlName}, which is stored as {Storage.Describe(vector.Type)}, not {typeof(T).Name}.");
        return new ReadOnlySpan<T>(vector.Data, RowCount);
    }

    /// <summary>Whether the row has a value, not NULL.</summary>
    public bool IsValid(int column, int row)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)RowCount, nameof(row));
        return Vector(column).IsValid(row);
    }

    /// <summary>One bit per row, the lowest first, 1 for a value and 0 for NULL; empty if no row is NULL.</summary>
    public ReadOnlySpan<ulong> Validity(int column)
    {
        var validity = Vector(column).Validity;
        return validity == null ? [] : new ReadOnlySpan<ulong>(validity, (RowCount + 63) / 64);
    }

    /// <summary>The text of an ENUM's codes, by code.</summary>
    public IReadOnlyList<string> EnumLabels(int column) => Vector(column).Type.Labels;

    public void Dispose() => _over = true;

    private ColumnVector Vector(int column)
    {
        ObjectDisposedException.ThrowIf(_over || _reader.IsClosed, this);
        return _reader.Column(column);
    }
}
