using System.Data.Common;
using Analytics.Pipeline.Profiles;
using Analytics.Pipeline.Warehouse;

namespace Analytics.Pipeline.Staging;

/// <summary>What the files of one canonical table held. It has the columns that some file brings and no others: the engine would spend as long on the rest.</summary>
internal sealed class LandingTable(DbConnection connection, CanonicalTable table)
{
    private const string Own = "_unread varchar, _flaw varchar, _file varchar";

    /// <summary>
    /// The cells of a row that do not read, and why it cannot be counted, as JSON: few rows have either, and nested columns that are mostly empty
    /// would take as long to write as all the others.
    /// </summary>
    public const string Cell = """{"column_name":"VARCHAR","value":"VARCHAR","reason":"VARCHAR"}""";

    private string Name => $"landing.{Sql.Name(table.Name)}";

    /// <summary>No row ever leaves it, so rowid is a row's place; the rows of large files stand apart and have theirs after all of these.</summary>
    public void Create() => connection.Execute($"create or replace table {Name} ({string.Join(", ", table.Columns.Keys.Select(Declared))}, {Own})");

    /// <summary>The same without a column, before files are read into it.</summary>
    public void CreateNarrow() => connection.Execute($"create or replace table {Name} ({Own})");

    /// <summary>Adds those of the columns that no file has brought yet.</summary>
    public void Widen(IEnumerable<string> columns)
    {
        foreach (var column in columns.Intersect(Missing(), StringComparer.Ordinal).ToList())
            connection.Execute($"alter table {Name} add column {Declared(column)}");
    }

    /// <summary>Its rows with all the canonical columns and their rowid, to stand after FROM.</summary>
    public string Rows()
    {
        var missing = string.Concat(Missing().Select(c => $", null::{Type(c)} as {Sql.Name(c)}"));
        var apart = string.Concat(LandedRows.Apart(connection, table.Name).Select(rows => $" union all by name {rows.Selected}"));
        return $"(select *{missing} from (select rowid, * from {Name}{apart}))";
    }

    private IEnumerable<string> Missing()
    {
        var present = connection.Rows("select column_name from duckdb_columns() where schema_name = 'landing' and table_name = $1", r => r.GetString(0), table.Name);
        return table.Columns.Keys.Except(present, StringComparer.Ordinal);
    }

    private string Declared(string column) => $"{Sql.Name(column)} {Type(column)}";

    private string Type(string column) => StagingColumn.SqlType(table.Columns[column]);
}
