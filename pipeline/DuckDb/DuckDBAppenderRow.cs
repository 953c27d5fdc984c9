using System.Globalization;

namespace Analytics.Pipeline.DuckDb;

/// <summary>The row that is being filled, column after column; a row that fails is left out, and the next may follow.</summary>
public sealed class DuckDBAppenderRow
{
    private readonly DuckDBAppender _appender;
    private int _column = -1;

    internal DuckDBAppenderRow(DuckDBAppender appender) => _appender = appender;

    /// <summary>Fills the next column, NULL for null; a value that the column's type does not take is an InvalidCastException or OverflowException.</summary>
    public DuckDBAppenderRow AppendValue<T>(T value)
    {
        var column = Next();
        try
        {
            _appender.Write(column, value);
            return this;
        }
        catch
        {
            _column = -1;
            throw;
        }
    }

    /// <summary>Fills the next column with NULL.</summary>
    public DuckDBAppenderRow AppendNullValue() => AppendValue<object?>(null);

    /// <summary>Fills the next column with its constant DEFAULT, NULL if it has none.</summary>
    public DuckDBAppenderRow AppendDefault()
    {
        _appender.WriteDefault(Next());
        return this;
    }

    /// <summary>Ends the row; missing columns are an InvalidOperationException.</summary>
    public void EndRow()
    {
        if (_column != _appender.ColumnCount) throw Wrong($"{Count(_column)} of {Count(_appender.ColumnCount)} columns");
        _column = -1;
        _appender.EndRow();
    }

    internal void Begin()
    {
        ThrowIfOpen();
        _column = 0;
    }

    internal void ThrowIfOpen()
    {
        if (_column >= 0) throw Wrong($"{Count(_column)} columns and was not ended");
    }

    private int Next()
    {
        if (_column < 0) throw new InvalidOperationException("The row has ended: call CreateRow for the next.");
        return _column < _appender.ColumnCount ? _column++ : throw Wrong($"more than its {Count(_column)} columns");
    }

    private InvalidOperationException Wrong(string what)
    {
        _column = -1;
        return new InvalidOperationException($"The row has {what}.");
    }

    private static string Count(int number) => number.ToString(CultureInfo.InvariantCulture);
}
