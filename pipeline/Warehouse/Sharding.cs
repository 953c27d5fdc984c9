using System.Data.Common;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Analytics.Pipeline.Warehouse;

/// <summary>
/// A script whose "-- shards:" line names tables can be run for a part of the customers at a time: those tables are then read for these customers only.
/// Each customer's rows come from its own rows, so the parts together are the whole. One whose "-- ranges:" line names a table is run for one stretch of accounts
/// after the other, in their order; the variable <c>placed</c> then tells how many rows the stretches before have made.
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
        if (shards > 1 && script.Header.TryGetValue("ranges", out var table)) return InRanges(script, table, shards);
        if (shards <= 1 || !script.Header.TryGetValue("shards", out var tables)) return [$"create {script.Kind} {script.Table} as {script.Body}"];
        return Enumerable.Range(0, shards).SelectMany(shard => (string[])[
            $"set variable shard = {shard}",
            (shard == 0 ? $"create table {script.Table} as " : $"insert into {script.Table} ") + Restricted(script.Body, tables.Split(", "), shard, shards),
        ]).Append("reset variable shard");
    }

    /// <summary>Accounts are numbered in the order of their ids; what has none comes first.</summary>
    private static IEnumerable<string> InRanges(SqlScript script, string table, int shards)
    {
        const string within = "coalesce(account_id, '') >= getvariable('range_from')";
        for (var shard = 0; shard < shards; shard++)
        {
            yield return $"set variable range_from = {FirstAccount(shard, shards)}";
            yield return $"set variable range_to = {FirstAccount(shard + 1, shards)}";
            var rows = Replaced(script.Body, table, $"(select * from {table} where {within}{(shard + 1 < shards ? " and coalesce(account_id, '') < getvariable('range_to')" : "")})");
            yield return (shard == 0 ? $"create table {script.Table} as " : $"insert into {script.Table} ") + rows;
            yield return $"set variable placed = (select count(*) from {script.Table})";
        }
        foreach (var variable in (string[])["range_from", "range_to", "placed"]) yield return $"reset variable {variable}";
    }

    private static string FirstAccount(int shard, int shards) =>
        string.Create(CultureInfo.InvariantCulture, $"coalesce((select account_id from page.accounts where account = {shard} * (select count(*) from page.accounts) // {shards}), '')");

    private static string Replaced(string body, string table, string rows) =>
        Regex.Replace(body, $@"\b{Regex.Escape(table)}\b", rows.Replace("$", "$$", StringComparison.Ordinal), RegexOptions.None, TimeSpan.FromSeconds(1));

    private static string Restricted(string body, string[] tables, int shard, int shards) => tables.Aggregate(body, (text, table) =>
    {
        // "core.labelled_sales(account)": a table whose customers are told by another column than account_id.
        var parts = table.TrimEnd(')').Split('(');
        return Replaced(text, parts[0], string.Create(CultureInfo.InvariantCulture, $"(select * from {parts[0]} where hash({(parts.Length > 1 ? parts[1] : "account_id")}) % {shards} = {shard})"));
    });

    private static long MemoryLimit(DbConnection connection)
    {
        var setting = connection.Scalar<string>("select current_setting('memory_limit')").Split(' ');
        var unit = setting[1] switch { "KiB" => 1L << 10, "MiB" => 1L << 20, "GiB" => 1L << 30, "TiB" => 1L << 40, _ => 1L };
        return Math.Max((long)(double.Parse(setting[0], CultureInfo.InvariantCulture) * unit), 1);
    }
}
