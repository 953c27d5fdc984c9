using System.Data.Common;

namespace Analytics.Dashboards.Data;

/// <summary>One thing that the data ask somebody to do; of a customer, the number of its account, whose card shows it too.</summary>
internal sealed record PlanItem(string Kind, long? Account, string? Name, string? Owner, DateOnly Due, decimal? Amount, Localised<string> Step, Localised<string> Reason);

internal static class PlanReader
{
    public static IReadOnlyList<PlanItem> Read(DbConnection warehouse, int most) => warehouse.Read(
        $"""
        SELECT p.kind, a.account, p.account AS name, p.owner, p.due_at, p.amount, p.action_en, p.action_fr, p.reason_en, p.reason_fr
        FROM marts.action_plan AS p
        LEFT JOIN marts.customers AS c USING (account_id)
        LEFT JOIN page.accounts AS a ON a.account_id = c.account_id
        ORDER BY p.position
        LIMIT {most}
        """,
        row => new PlanItem(
            row.Text("kind"), row.WholeOrNull("account"), row.TextOrNull("name"), row.TextOrNull("owner"), row.Date("due_at") ?? default, row.Amount("amount"),
            row.Localised("action"), row.Localised("reason")));
}
