using System.Data.Common;

namespace Analytics.Dashboards.Data;

/// <summary>One thing that the data ask somebody to do.</summary>
internal sealed record PlanItem(string? Account, string? Owner, DateOnly Due, decimal? Amount, Localised<string> Step, Localised<string> Reason);

internal static class PlanReader
{
    public static IReadOnlyList<PlanItem> Read(DbConnection warehouse) => warehouse.Read(
        "SELECT account, owner, due_at, amount, action_en, action_fr, reason_en, reason_fr FROM marts.action_plan ORDER BY position LIMIT 100",
        row => new PlanItem(row.TextOrNull("account"), row.TextOrNull("owner"), row.Date("due_at") ?? default, row.Amount("amount"), row.Localised("action"), row.Localised("reason")));
}
