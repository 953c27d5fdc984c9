using System.Data.Common;
using Analytics.Pipeline.Warehouse;

namespace Analytics.Pipeline.Staging;

/// <summary>Where the rows of one file land: among the others of their table, or, where they are many, as Parquet that the warehouse reads where it stands.</summary>
/// <remarks>Copying many rows into the warehouse takes the engine longer than reading the export and writing the Parquet, which the next run needs anyway.</remarks>
/// <param name="FirstRow">The place of the first one in the table.</param>
/// <param name="Path">The Parquet file; null among the others.</param>
internal sealed record LandedRows(string Table, string File, long FirstRow, string? Path)
{
    public const int Many = 100_000;

    // Without dictionaries it is written in two thirds of the time and is no larger.
    public const string Parquet = "(format parquet, parquet_version v2, compression lz4_raw, dictionary_size_limit 1)";

    private const int PlacesOfAFile = 40;

    private string Name => $"landing.{Sql.Name(Table)}";

    /// <summary>The place for a file's rows; the engine expands * ? [ { in paths, and rows of such a folder land among the others.</summary>
    public static LandedRows For(DbConnection connection, string table, string file, long rows, string path) =>
        rows < Many || path.AsSpan().IndexOfAny("*?[{") >= 0
            ? new(table, file, connection.Scalar<long>($"select count(*) from landing.{Sql.Name(table)}"), null)
            : new(table, file, (1 + connection.Scalar<long>("select count(*) from staging.landed_apart")) << PlacesOfAFile, path);

    /// <summary>The table's rows that stand apart, to be added to the others.</summary>
    public static IEnumerable<LandedRows> Apart(DbConnection connection, string table) => connection.Rows(
        "select file, first_row, path from staging.landed_apart where table_name = $1 order by first_row",
        row => new LandedRows(table, row.GetString(0), row.GetInt64(1), row.GetString(2)), table);

    /// <summary>The statement that lands what a SELECT yields.</summary>
    public string Land(string select) => Path is null
        ? $"insert into {Name} by name select *, {Sql.Text(File)} as _file from ({select})"
        : $"copy ({select}) to {Sql.Text(Path)} {Parquet}";

    /// <summary>Makes them rows of their table.</summary>
    public void Enter(DbConnection connection)
    {
        if (Path is not null) connection.Execute("insert into staging.landed_apart values ($1, $2, $3, $4)", Table, File, FirstRow, Path);
    }

    /// <summary>Each with its place among the file's, from 0; to stand after FROM.</summary>
    public string Placed => Path is null
        ? $"(select rowid - {FirstRow} as place, * from {Name} where rowid >= {FirstRow})"
        : $"(select file_row_number as place, * exclude (file_row_number) from read_parquet({Sql.Text(Path)}, file_row_number = true))";

    /// <summary>As the table's own are selected.</summary>
    public string Selected => $"select place + {FirstRow} as rowid, * exclude (place), {Sql.Text(File)} as _file from {Placed}";
}
