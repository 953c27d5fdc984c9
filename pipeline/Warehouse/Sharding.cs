using System.Data.Common;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Analytics.Pipeline.Warehouse;

/// <summary>
/// A script whose "-- shards:" line names tables can be run for a part of the customers at a time: those tables are then read for these customers only.
/// Each customer's rows come from its own rows, so the parts together are the whole.
/// </summary>
internal static class Sharding
{
    /// <summary>What the hungriest script (first sales under each product, family and kind) holds in memory for each sale.</summary>
    private const long BytesPerSale = 1200;

    /// <summary>As many as were asked for, else as few as memory holds.</summary>
    public static int Choose(DbConnection connection, int? asked) =>
        asked ?? (int)(connection.Scalar<long>("select count(*) from core.sales") * BytesPerSale / MemoryLimit(connection)) + 1;

    /// <summary>The statements that make the script's table, one for each shard; the variable <c>shard</c> tells which.</summary>
    public static IEnumerable<string> Statements(SqlScript script, int shards)
    {
        if (shards <= 1 || !script.Header.TryGetValue("shards", out var tables)) return [$"create {script.Kind} {script.Table} as {script.Body}"];
        return Enumerable.Range(0, shards).SelectMany(shard => (string[])[
            $"set variable shard = {shard}",
            (shard == 0 ? $"create table {script.Table} as " : $"insert into {script.Table} ") + Restricted(script.Body, tables.Split(", "), shard, shards),
        ]).Append("reset variable shard");
    }

    private static string Restricted(string body, string[] tables, int shard, int shards) => tables.Aggregate(body, (text, table) =>
    {
        // "core.labelled_sales(account)": a table whose customers are told by another column than account_id.
        var parts = table.TrimEnd(')').Split('(');
        return Regex.Replace(text, $@"\b{Regex.Escape(parts[0])}\b",
            string.Create(CultureInfo.InvariantCulture, $"(select * from {parts[0]} where hash({(parts.Length > 1 ? parts[1] : "account_id")}) % {shards} = {shard})"), RegexOptions.None, TimeSpan.FromSeconds(1));
    });

    private static long MemoryLimit(DbConnection connection)
    {
        var setting = connection.Scalar<string>("select current_setting('memory_limit')").Split(' ');
        var unit = setting[1] switch { "KiB" => 1L << 10, "MiB" => 1L << 20, "GiB" => 1L << 30, "TiB" => 1L << 40, _ => 1L };
        return Math.Max((long)(double.Parse(setting[0], CultureInfo.InvariantCulture) * unit), 1);
    }
}
