using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Analytics.Pipeline.DuckDb.Running;

namespace Analytics.Pipeline.DuckDb;

/// <summary>One or more SQL statements with parameters: $name, or ? and $1 counted from the start of each statement.</summary>
public sealed partial class DuckDBCommand : DbCommand
{
    private string _text = "";
    private DuckDBConnection? _connection;
    private volatile Interruption? _running;

    public DuckDBCommand() { }

    public DuckDBCommand(string commandText) => _text = commandText;

    public DuckDBCommand(string commandText, DuckDBConnection connection) => (_text, _connection) = (commandText, connection);

    /// <summary>The statements, separated by semicolons.</summary>
    [AllowNull]
    public override string CommandText
    {
        get => _text;
        set
        {
            _text = value ?? "";
            Unprepare();
        }
    }

    /// <summary>Seconds that each call into DuckDB may take; 0, the default, is no limit.</summary>
    public override int CommandTimeout { get; set; }

    /// <summary>Text; DuckDB has no stored procedures.</summary>
    public override CommandType CommandType
    {
        get => CommandType.Text;
        set
        {
            if (value != CommandType.Text) throw new NotSupportedException("DuckDB runs SQL text only: set CommandType.Text.");
        }
    }

    public new DuckDBConnection? Connection
    {
        get => _connection;
        set
        {
            Unprepare();
            _connection = value;
        }
    }

    public new DuckDBParameterCollection Parameters { get; } = [];

    public override bool DesignTimeVisible { get; set; }

    public override UpdateRowSource UpdatedRowSource { get; set; } = UpdateRowSource.None;

    protected override DbConnection? DbConnection
    {
        get => _connection;
        set => Connection = (DuckDBConnection?)value;
    }

    protected override DbParameterCollection DbParameterCollection => Parameters;

    protected override DbTransaction? DbTransaction { get; set; }

    /// <summary>Stops the call that is running on another thread, which then throws; nothing happens if none is.</summary>
    public override void Cancel() => _running?.Stop();

    /// <summary>Compiles a single statement now and keeps it for the runs to come; other texts are compiled as they run.</summary>
    public override void Prepare()
    {
        Unprepare();
        var connection = RequireConnection();
        _kept = new StatementBatch(connection.Handle, _text);
        connection.Track(_kept);
        _kept.PrepareAhead();
    }

    public new DuckDBParameter CreateParameter() => (DuckDBParameter)CreateDbParameter();

    protected override DbParameter CreateDbParameter() => new DuckDBParameter();

    protected override void Dispose(bool disposing)
    {
        if (disposing) Unprepare();
        base.Dispose(disposing);
    }
}
