namespace Analytics.Targets;

/// <summary>The lists, in the order in which they are shown.</summary>
internal enum TargetKind
{
    ToDevelop,
    ToCallBack,
    ToHold,
}

/// <summary>A customer on a list, as <c>marts.targets</c> has it.</summary>
internal sealed record Target(TargetKind Kind, long Position, string AccountId, string Name)
{
    public string? Contact { get; init; }

    public string? JobTitle { get; init; }

    public string? Phone { get; init; }

    /// <summary>Never that of a person who refused.</summary>
    public string? Email { get; init; }

    /// <summary>False where the contact refused e-mails; null where the exports do not say.</summary>
    public bool? MayBeEmailed { get; init; }

    public string? City { get; init; }

    public string? Owner { get; init; }

    public double? Probability { get; init; }

    public decimal? Amount { get; init; }

    /// <summary>The day by which the next step is to be taken.</summary>
    public DateOnly? DueAt { get; init; }

    public DateOnly? LastOrder { get; init; }

    public int? Silence { get; init; }

    public double? UsualGap { get; init; }

    public IReadOnlyList<TargetReason> Reasons { get; init; } = [];

    public string? FamilyToOffer { get; init; }

    public double? FamilyShare { get; init; }

    public string? Complaint { get; init; }

    public DateOnly? ComplainedAt { get; init; }

    public bool ComplaintResolved { get; init; }
}

/// <summary>What moved a customer's score, in the language asked for.</summary>
internal sealed record TargetReason(string Feature, string Label, double? Value, double Contribution);

/// <summary>The targets, and what they are measured over.</summary>
internal sealed record TargetData(IReadOnlyList<Target> Targets, DateOnly AsOf, int HorizonDays, bool IsMargin, IReadOnlyList<string> Notes, IReadOnlyList<PlanItem> Plan);
