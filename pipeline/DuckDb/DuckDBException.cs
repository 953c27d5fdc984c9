using System.Data.Common;

namespace Analytics.Pipeline.DuckDb;

/// <summary>An error of DuckDB, in DuckDB's own words.</summary>
public sealed class DuckDBException : DbException
{
    public DuckDBException() { }

    public DuckDBException(string message) : base(message) { }

    public DuckDBException(string message, Exception? innerException) : base(message, innerException) { }

    /// <summary>What DuckDB calls the error ("Catalog", "Binder", "IO", "Constraint", …); empty when it gave no kind.</summary>
    public string Kind =>
        Message.IndexOf(" Error:", StringComparison.Ordinal) is > 0 and var end && !Message.AsSpan(0, end).Contains('\n')
            ? Message[..end]
            : "";

    internal bool IsInterrupt => string.Equals(Kind, "INTERRUPT", StringComparison.Ordinal);
}
