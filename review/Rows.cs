using System.Data.Common;

namespace Analytics.Review;

/// <summary>Rows of a query as they come, so that a long list is never held whole.</summary>
internal static class Rows
{
    public static IEnumerable<T> Read<T>(this DbConnection warehouse, string sql, Func<DbDataReader, T> read)
    {
        using var command = warehouse.CreateCommand();
#pragma warning disable CA2100 // Only a language of ours is ever put into a statement.
        command.CommandText = sql;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        while (reader.Read()) yield return read(reader);
    }

    public static string? Text(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
