using System.Data.Common;

namespace Analytics.Pipeline.Warehouse;

/// <summary>The one encoder for SQL text, and the shortest way to run a statement.</summary>
internal static class Sql
{
    /// <summary>A quoted name.</summary>
    public static string Name(string identifier) => $"\"{identifier.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>A quoted text value, for the places where the engine takes no parameter; a statement ends at a zero byte, so that one is spelled.</summary>
    public static string Text(string value) => value.Contains('\0')
        ? $"({string.Join(" || chr(0) || ", value.Split('\0').Select(Quoted))})"
        : Quoted(value);

    private static string Quoted(string value) => $"'{value.Replace("'", "''", StringComparison.Ordinal)}'";

    public static int Execute(this DbConnection connection, string sql, params object?[] values)
    {
        using var command = connection.Command(sql, values);
        return command.ExecuteNonQuery();
    }

    /// <summary>
    /// With joins in the order of the text, what is held in memory on their right: the engine cannot know how many rows a fact's list of labels becomes, and
    /// would hold the larger side.
    /// </summary>
    public static void ExecuteAsWritten(this DbConnection connection, string sql)
    {
        connection.Execute("set disabled_optimizers = 'join_order,build_side_probe_side'");
        try
        {
            connection.Execute(sql);
        }
        finally
        {
            connection.Execute("reset disabled_optimizers");
        }
    }

    /// <summary>One commit for many small statements: each commit of its own would wait for the disk.</summary>
    public static void InTransaction(this DbConnection connection, Action work)
    {
        using var transaction = connection.BeginTransaction();
        work();
        transaction.Commit();
    }

    public static T Scalar<T>(this DbConnection connection, string sql, params object?[] values)
    {
        using var command = connection.Command(sql, values);
        var value = command.ExecuteScalar();
        return value is null or DBNull ? default! : (T)value;
    }

    public static List<T> Rows<T>(this DbConnection connection, string sql, Func<DbDataReader, T> read, params object?[] values)
    {
        using var command = connection.Command(sql, values);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read()) rows.Add(read(reader));
        return rows;
    }

    private static DbCommand Command(this DbConnection connection, string sql, object?[] values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var value in values)
        {
            var parameter = command.CreateParameter();
            parameter.Value = value ?? DBNull.Value;
            command.Parameters.Add(parameter);
        }
        return command;
    }
}
