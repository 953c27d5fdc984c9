using Analytics.Workbooks;

namespace Analytics.Targets;

/// <summary>One thing to do, as <c>marts.action_plan</c> has it, in the language asked for.</summary>
internal sealed record PlanItem(long Position, string Step, string Reason)
{
    /// <summary>Null where it is about a target, not about an account.</summary>
    public string? AccountId { get; init; }

    public string? Account { get; init; }

    public string? Owner { get; init; }

    public DateOnly? DueAt { get; init; }

    public decimal? Amount { get; init; }

    /// <summary>What is planned for the account already, and for when.</summary>
    public string? Planned { get; init; }

    public DateOnly? PlannedFor { get; init; }

    public string? PlannedSentence(Language language) => (Planned, PlannedFor) switch
    {
        (null, _) => null,
        ({ } name, { } day) => language.Fill("plan.planned", ("name", name), ("day", language.Day(day))),
        var (name, _) => name,
    };
}
