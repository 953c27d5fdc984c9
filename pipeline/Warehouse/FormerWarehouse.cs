using System.Data.Common;

namespace Analytics.Pipeline.Warehouse;

/// <summary>What the last published warehouse of the folder says that the new one still needs: what it predicted, and the log of its runs.</summary>
internal static class FormerWarehouse
{
    private const string Scores =
        "account_id varchar, as_of date, horizon_days integer, p_churn double, p_top20 double, expected_amount double, in_top20_now boolean, future_2080 boolean";

    /// <summary>Fills the temporary tables former_scores, former_runs, …; they stay empty where there is no former warehouse, or one of another program.</summary>
    public static void Read(DbConnection connection, string former)
    {
        connection.Execute($"create temporary table former_scores ({Scores})");
        foreach (var table in RunLog.Tables)
            connection.Execute($"create temporary table former_{table.Name} ({table.Columns})");
        if (!File.Exists(former) || !IsDatabase(former)) return;
        connection.Execute($"attach {Sql.Text(former)} as former (read_only)");
        foreach (var table in (string[])["marts.scores", "core.past_scores"])
            Copy(connection, table, "former_scores", Scores, "where not exists (from former_scores as k where k.account_id = f.account_id and k.as_of = f.as_of)");
        foreach (var table in RunLog.Tables)
            Copy(connection, $"marts.{table.Name}", $"former_{table.Name}", table.Columns, "");
        connection.Execute("detach former");
    }

    private static void Copy(DbConnection connection, string table, string into, string columns, string which)
    {
        if (connection.Scalar<long>("select count(*) from duckdb_tables() where database_name = 'former' and schema_name || '.' || table_name = $1", table) == 0) return;
        var names = string.Join(", ", columns.Split(", ").Select(column => column.Split(' ')[0]));
        connection.Execute($"insert into {into} select {names} from former.{table} as f {which}");
    }

    /// <summary>DuckDB writes its name at the eighth byte.</summary>
    private static bool IsDatabase(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var head = new byte[12];
        return file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length && head.AsSpan(8).SequenceEqual("DUCK"u8);
    }
}
