using System.Data.Common;

namespace Analytics.Pipeline.Warehouse;

/// <summary>What the last published warehouse of the folder predicted, so that it can be compared with what has happened since.</summary>
internal static class FormerScores
{
    private const string Columns =
        "account_id varchar, as_of date, horizon_days integer, p_churn double, p_top20 double, expected_amount double, in_top20_now boolean, future_2080 boolean";

    private static readonly string[] s_tables = ["marts.scores", "core.past_scores"];

    /// <summary>Fills the temporary table former_scores; it stays empty where there is no former warehouse, or one of another program.</summary>
    public static void Read(DbConnection connection, string former)
    {
        connection.Execute($"create temporary table former_scores ({Columns})");
        if (!File.Exists(former) || !IsDatabase(former)) return;
        connection.Execute($"attach {Sql.Text(former)} as former (read_only)");
        var names = string.Join(", ", Columns.Split(", ").Select(column => column.Split(' ')[0]));
        foreach (var table in s_tables.Where(table => Has(connection, table)))
            connection.Execute($"insert into former_scores select {names} from former.{table} as f where not exists (from former_scores as k where k.account_id = f.account_id and k.as_of = f.as_of)");
        connection.Execute("detach former");
    }

    private static bool Has(DbConnection connection, string table) => connection.Scalar<long>(
        "select count(*) from duckdb_tables() where database_name = 'former' and schema_name || '.' || table_name = $1", table) > 0;

    /// <summary>DuckDB writes its name at the eighth byte.</summary>
    private static bool IsDatabase(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var head = new byte[12];
        return file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length && head.AsSpan(8).SequenceEqual("DUCK"u8);
    }
}
