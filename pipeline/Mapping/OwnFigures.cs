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

/// <summary>A table that own KPIs may count: its rows under each segment that they count under, and its usual date.</summary>
/// <param name="Segmented">The rows with a dimension and a segment; a sale of several products is there in parts.</param>
internal sealed record FactTable(string Name, string Segmented, string Day)
{
    public static readonly IReadOnlyList<FactTable> All =
    [
        new("sales", "core.segmented_sales", "sold_at"),
        Of("opportunities", "opportunity", "created_at"),
        Of("activities", "activity", "acted_at"),
        Of("quotes", "quote", "sent_at"),
    ];

    private static FactTable Of(string name, string one, string day) =>
        new(name, $"(select t.*, g.dimension, g.segment from core.{name} as t join core.{one}_segments as g on g.id = t.{one}_id)", day);
}
