using Analytics.Pipeline.Warehouse;

namespace Analytics.Pipeline;

/// <summary>The KPIs that every warehouse has, known before there is one.</summary>
public static class KpiNames
{
    /// <summary>In the order of the catalogue.</summary>
    public static IReadOnlyList<KpiName> All => [.. SqlScript.Folder("global/kpis")
        .OrderBy(k => int.Parse(k.Header["position"], System.Globalization.CultureInfo.InvariantCulture))
        .Select(k => new KpiName(k.Name, k.Header["theme"], k.Header["label_en"], k.Header["label_fr"]))];
}

/// <summary>A KPI's name, what it is about (win, acquire, revenue, value, keep, team, service) and what it is called.</summary>
public sealed record KpiName(string Name, string Theme, string LabelEn, string LabelFr);
