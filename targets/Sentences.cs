using Analytics.Workbooks;

namespace Analytics.Targets;

/// <summary>Why a customer is on its list, and what to do next, in a sentence each.</summary>
internal static class Sentences
{
    private const int MostReasons = 3;

    public static string Why(Target target, Language language)
    {
        var parts = new List<string>();
        if (target.Kind == TargetKind.ToCallBack && target is { Silence: { } days, UsualGap: { } gap })
            parts.Add(language.Fill("why.silence", ("days", language.Number(days)), ("gap", language.Number(gap))));
        if (target is { Complaint: { } complaint, ComplainedAt: { } day } && target.Kind != TargetKind.ToDevelop)
            parts.Add(language.Fill("why.complaint", ("day", language.Day(day)), ("reason", complaint)));
        parts.AddRange(Moving(target).Select(reason => Reason(reason, language)).Take(MostReasons - parts.Count));
        return parts.Count == 0 ? language["why.rhythm"] : Capital(string.Join(language["why.and"], parts));
    }

    public static string Next(Target target, Language language) => target switch
    {
        { Kind: TargetKind.ToDevelop, FamilyToOffer: { } family, FamilyShare: { } share } => language.Fill("next.offer", ("family", family), ("share", language.Percent(share))),
        { Kind: TargetKind.ToDevelop } => language["next.develop"],
        { ComplainedAt: { } day, ComplaintResolved: false } => language.Fill("next.settle", ("day", language.Day(day))),
        { Kind: TargetKind.ToCallBack } => language["next.call"],
        _ => language["next.hold"],
    };

    public static string? Person(Target target, Language language) => target switch
    {
        { Contact: { } name, JobTitle: { } job } => language.Fill("contact.withJob", ("name", name), ("job", job)),
        _ => target.Contact,
    };

    /// <summary>Whether the contact may be written to; nothing where nobody is known.</summary>
    public static string? Emailing(Target target, Language language) => target switch
    {
        { MayBeEmailed: false } => language["emailing.refused"],
        { Email: null } => null,
        { MayBeEmailed: true } => language["emailing.agreed"],
        _ => language["emailing.unknown"],
    };

    /// <summary>The reasons that speak for the list: those that raise the chance of leaving, of entering the top 20 %, or that lower the chance of staying in it.</summary>
    private static IEnumerable<TargetReason> Moving(Target target) => target.Reasons.Where(reason => target.Kind switch
    {
        TargetKind.ToDevelop => reason.Contribution > 0,
        TargetKind.ToCallBack => reason.Contribution > 0 && reason.Feature != "overdue",
        _ => reason.Contribution < 0,
    });

    private static string Reason(TargetReason reason, Language language) => reason.Value is { } value
        ? language.Fill("why.value", ("label", reason.Label), ("value", language.Number(value)))
        : reason.Label;

    private static string Capital(string sentence) => string.Concat(sentence[..1].ToUpperInvariant(), sentence.AsSpan(1), ".");
}
