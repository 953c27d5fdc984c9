using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace Analytics.Pipeline.DuckDb;

/// <summary>A value for a command: with a name for $name, without one for ? and $1; the value's .NET type tells DuckDB's.</summary>
public sealed class DuckDBParameter : DbParameter
{
    private string _name = "";

    public DuckDBParameter() { }

    /// <summary>A positional parameter.</summary>
    public DuckDBParameter(object? value) => Value = value;

    /// <summary>A named parameter; a leading $, @ or : is no part of the name.</summary>
    public DuckDBParameter(string parameterName, object? value) => (ParameterName, Value) = (parameterName, value);

    [AllowNull]
    public override string ParameterName
    {
        get => _name;
        set => _name = value ?? "";
    }

    public override object? Value { get; set; }

    /// <summary>Kept for callers that set it; DuckDB's type follows from the value.</summary>
    public override DbType DbType { get; set; } = DbType.Object;

    /// <summary>DuckDB has input parameters only.</summary>
    public override ParameterDirection Direction
    {
        get => ParameterDirection.Input;
        set
        {
            if (value != ParameterDirection.Input) throw new NotSupportedException("DuckDB has input parameters only.");
        }
    }

    public override bool IsNullable { get; set; } = true;

    public override int Size { get; set; }

    [AllowNull]
    public override string SourceColumn { get; set; } = "";

    public override bool SourceColumnNullMapping { get; set; }

    public override void ResetDbType() => DbType = DbType.Object;

    internal static ReadOnlySpan<char> Bare(ReadOnlySpan<char> name) => name.TrimStart("$@:");
}
