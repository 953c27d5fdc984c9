namespace Analytics.Pipeline.Mapping;

/// <summary>The KPIs and the segment dimensions that a person added in the mapping file.</summary>
internal sealed record OwnFigures(IReadOnlyList<OwnKpi> Kpis, IReadOnlyList<OwnDimension> Dimensions)
{
    public static readonly OwnFigures None = new([], []);

    public bool Any => Kpis.Count + Dimensions.Count > 0;
}

/// <param name="Value">Adds rows of the table up: the numerator, or the whole figure.</param>
/// <param name="Per">What it is divided by; null for a sum or a count.</param>
/// <param name="Day">The table's date by which a row falls into a period.</param>
internal sealed record OwnKpi(OwnName Name, FactTable Table, OwnExpression Value, OwnExpression? Per, string Day, string Unit, string Direction);

/// <param name="Value">Gives an account's segment from its columns.</param>
internal sealed record OwnDimension(OwnName Name, OwnExpression Value);

internal sealed record OwnName(string Name, string LabelEn, string LabelFr, Place At);

/// <param name="Text">As the person wrote it; what runs is the engine's own spelling of it, once it is found harmless.</param>
internal sealed record OwnExpression(string Text, Place At);

/// <summary>A table that own KPIs may count: its key, what its rows count under, and its usual date.</summary>
internal sealed record FactTable(string Name, string Key, string Segments, string Day)
{
    public static readonly IReadOnlyList<FactTable> All =
    [
        new("sales", "sale_id", "sale_segments", "sold_at"),
        new("opportunities", "opportunity_id", "opportunity_segments", "created_at"),
        new("activities", "activity_id", "activity_segments", "acted_at"),
        new("quotes", "quote_id", "quote_segments", "sent_at"),
    ];
}
