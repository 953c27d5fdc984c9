using System.Data.Common;
using System.Globalization;
using System.Text.Json;

namespace Analytics.Targets;

/// <summary>Reads <c>marts.targets</c> and what the models say of themselves.</summary>
internal static class TargetReader
{
    public static TargetData Read(DbConnection warehouse, string language)
    {
        var targets = Rows(warehouse, "select * from marts.targets order by list, position", row => Target(row, language));
        var (asOf, days, margin) = Rows(warehouse, """
            select r.as_of, h.horizon_days, (select count(*) > 0 and count(*) = count(cost) from core.sales where amount > 0) as is_margin
            from core.run as r cross join core.horizon as h
            """, row => (Day(row, "as_of")!.Value, Convert.ToInt32(row["horizon_days"], CultureInfo.InvariantCulture), (bool)row["is_margin"])).Single();
        var notes = Rows(warehouse, $"select text_{language} as note from marts.model_notes where model in ('churn', 'potential') and position <= 3 order by model desc, position", row => Text(row, "note")!);
        return new(targets, asOf, days, margin, notes, Plan(warehouse, language));
    }

    private static List<PlanItem> Plan(DbConnection warehouse, string language) => Rows(
        warehouse,
        $"select position, action_{language} as step, reason_{language} as reason, account_id, account, owner, due_at, amount, planned_action, planned_for from marts.action_plan order by position",
        row => new PlanItem((long)row["position"], Text(row, "step")!, Text(row, "reason")!)
        {
            AccountId = Text(row, "account_id"),
            Account = Text(row, "account"),
            Owner = Text(row, "owner"),
            DueAt = Day(row, "due_at"),
            Amount = row["amount"] as decimal?,
            Planned = Text(row, "planned_action"),
            PlannedFor = Day(row, "planned_for"),
        });

    private static Target Target(DbDataReader row, string language) => new(Kind((string)row["list"]), (long)row["position"], Text(row, "account_id")!, Text(row, "name") ?? Text(row, "account_id")!)
    {
        Contact = Text(row, "contact"),
        JobTitle = Text(row, "job_title"),
        Phone = Text(row, "phone"),
        Email = Text(row, "email"),
        MayBeEmailed = row["may_be_emailed"] as bool?,
        City = Text(row, "city"),
        Owner = Text(row, "owner"),
        Probability = Number(row, "probability"),
        Amount = Number(row, "amount") is { } amount ? Math.Round((decimal)amount, 2) : null,
        DueAt = Day(row, "due_at"),
        LastOrder = Day(row, "last_order"),
        Silence = (int?)Number(row, "recency"),
        UsualGap = Number(row, "usual_gap"),
        Reasons = Reasons(Text(row, "reasons"), language),
        FamilyToOffer = Text(row, "family_to_offer"),
        FamilyShare = Number(row, "family_share"),
        Complaint = Text(row, "complaint"),
        ComplainedAt = Day(row, "complained_at"),
        ComplaintResolved = row["complaint_resolved"] is true,
    };

    private static TargetKind Kind(string list) => list switch
    {
        "to_develop" => TargetKind.ToDevelop,
        "to_call_back" => TargetKind.ToCallBack,
        _ => TargetKind.ToHold,
    };

    private static List<TargetReason> Reasons(string? json, string language)
    {
        if (string.IsNullOrEmpty(json)) return [];
        using var document = JsonDocument.Parse(json);
        return document.RootElement.EnumerateArray().Select(reason => new TargetReason(
            reason.GetProperty("feature").GetString()!,
            reason.GetProperty($"label_{language}").GetString()!,
            reason.GetProperty("value") is { ValueKind: JsonValueKind.Number } value ? value.GetDouble() : null,
            reason.GetProperty("contribution").GetDouble())).ToList();
    }

    private static string? Text(DbDataReader row, string column) => row[column] as string;

    private static double? Number(DbDataReader row, string column) =>
        row[column] is var value and not DBNull ? Convert.ToDouble(value, CultureInfo.InvariantCulture) : null;

    private static DateOnly? Day(DbDataReader row, string column) => row[column] switch
    {
        DateOnly day => day,
        DateTime day => DateOnly.FromDateTime(day),
        _ => null,
    };

    private static List<T> Rows<T>(DbConnection warehouse, string sql, Func<DbDataReader, T> read)
    {
        using var command = warehouse.CreateCommand();
#pragma warning disable CA2100 // Only a language of ours is ever put into a statement.
        command.CommandText = sql;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read()) rows.Add(read(reader));
        return rows;
    }
}
