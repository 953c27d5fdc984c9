using System.Data.Common;

namespace Analytics.Pipeline.Warehouse;

/// <summary>What must hold before a warehouse is published: the files of <c>sql/checks</c> give no row, and each table's key is unique.</summary>
internal static class WarehouseChecks
{
    /// <summary>Runs every check and records its outcome.</summary>
    public static IReadOnlyList<CheckReport> Run(DbConnection connection)
    {
        var reports = Find(connection);
        connection.InTransaction(() =>
        {
            foreach (var report in reports)
                connection.Execute("insert into marts.checks values ($1, $2, $3)", report.Name, report.Failures, report.Sample);
        });
        return reports;
    }

    public static IReadOnlyList<CheckReport> Find(DbConnection connection)
    {
        var checks = SqlScript.Folder("checks").Select(c => (c.Name, c.Body))
            .Concat(SqlScript.InOrder("core", "per_customer", "parts", "global").Where(s => s.Header.ContainsKey("key")).Select(KeyIsUnique));
        return checks.Select(c => Check(connection, c.Name, c.Body)).ToList();
    }

    private static (string Name, string Body) KeyIsUnique(SqlScript script) => (
        $"key of {script.Table}",
        $"select {script.Header["key"]}, count(*) as copies from {script.Table} group by {script.Header["key"]} having count(*) > 1");

    private static CheckReport Check(DbConnection connection, string name, string body)
    {
        var failures = connection.Scalar<long>($"select count(*) from ({body})");
        var sample = failures == 0 ? null : connection.Scalar<string>($"select to_json(f)::varchar from ({body}) as f limit 1");
        return new(name, failures, sample);
    }
}
