using System.Data.Common;
using System.Globalization;

namespace Analytics.Models.Storage;

/// <summary>Many rows into a table by plain SQL, every column of them one list as a parameter.</summary>
internal static class BulkInsert
{
    private const int RowsPerStatement = 10_000;

    internal static void Into(DbConnection connection, string table, string[] columns, IEnumerable<object?[]> rows)
    {
        using var command = connection.CreateCommand();
        // Only this room's own table and column names enter the text.
#pragma warning disable CA2100
        command.CommandText = $"insert into {table} ({string.Join(", ", columns)}) select {string.Join(", ", columns.Select((_, i) => Values(i)))}";
#pragma warning restore CA2100
        foreach (var _ in columns) command.Parameters.Add(command.CreateParameter());
        foreach (var chunk in rows.Chunk(RowsPerStatement))
        {
            for (var column = 0; column < columns.Length; column++)
                command.Parameters[column].Value = Array.ConvertAll(chunk, row => row[column]);
            command.ExecuteNonQuery();
        }
    }

    private static string Values(int column) => string.Create(CultureInfo.InvariantCulture, $"unnest(${column + 1})");
}
