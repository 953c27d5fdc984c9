using System.Data.Common;
using System.Globalization;

namespace Analytics.Models.Storage;

/// <summary>Many rows into a table by plain SQL, several rows a statement, every value a parameter.</summary>
internal static class BulkInsert
{
    private const int RowsPerStatement = 200;

    internal static void Into(DbConnection connection, string table, string[] columns, IEnumerable<object?[]> rows)
    {
        DbCommand? full = null;
        foreach (var chunk in rows.Chunk(RowsPerStatement))
        {
            if (chunk.Length < RowsPerStatement)
            {
                using var last = Prepare(connection, table, columns, chunk.Length);
                Execute(last, chunk);
                continue;
            }
            full ??= Prepare(connection, table, columns, RowsPerStatement);
            Execute(full, chunk);
        }
        full?.Dispose();
    }

    private static DbCommand Prepare(DbConnection connection, string table, string[] columns, int rows)
    {
        var tuples = Enumerable.Range(0, rows).Select(row => $"({string.Join(", ", columns.Select((_, column) => Place(row * columns.Length + column + 1)))})");
        var command = connection.CreateCommand();
        // Only this room's own table and column names enter the text.
#pragma warning disable CA2100
        command.CommandText = $"insert into {table} ({string.Join(", ", columns)}) values {string.Join(", ", tuples)}";
#pragma warning restore CA2100
        for (var i = 0; i < rows * columns.Length; i++) command.Parameters.Add(command.CreateParameter());
        return command;
    }

    private static void Execute(DbCommand command, object?[][] rows)
    {
        var next = 0;
        foreach (var value in rows.SelectMany(row => row)) command.Parameters[next++].Value = value ?? DBNull.Value;
        command.ExecuteNonQuery();
    }

    private static string Place(int position) => string.Create(CultureInfo.InvariantCulture, $"${position}");
}
