using Analytics.Workbooks;

namespace Analytics.Targets;

/// <summary>The plan of actions as a sheet, and as rows of the text file.</summary>
internal static class PlanSheet
{
    public static Sheet Of(IReadOnlyList<PlanItem> plan, Language language) => new(
        language["plan.title"],
        [
            new(language["column.position"], CellKind.Count, 6),
            new(language["column.account"], CellKind.Text, 32),
            new(language["column.owner"], CellKind.Text, 20),
            new(language["plan.step"], CellKind.Text, 44),
            new(language["column.due"], CellKind.Day, 13),
            new(language["plan.amount"], CellKind.Amount, 17),
            new(language["column.why"], CellKind.Text, 70),
            new(language["plan.already"], CellKind.Text, 36),
            new(language["column.id"], CellKind.Text, 14),
        ],
        plan.Select(item => (IReadOnlyList<object?>)[item.Position, item.Account, item.Owner, item.Step, item.DueAt, item.Amount, item.Reason, item.PlannedSentence(language), item.AccountId]))
    {
        FrozenColumns = 2,
    };

    /// <summary>The plan's cells under the columns of the lists: rank, customer, owner, amount, why, next step, due, id.</summary>
    public static IEnumerable<IReadOnlyList<object?>> Rows(IReadOnlyList<PlanItem> plan, Language language) => plan.Select(item => (IReadOnlyList<object?>)
        [language["plan.title"], item.Position, item.Account, null, null, null, null, null, item.Owner, null, item.Amount, null, item.Reason, item.Step, item.DueAt, item.AccountId, language["plan.amount"]]);
}
