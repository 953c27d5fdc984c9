
namespace Analytics.Notebooks;

/// <summary>Says what is meant where a name is not known, before a query gives an empty table.</summary>
internal static class KpiChecks
{
    private static readonly string[] Periods = ["all", "ttm", "year", "quarter", "month"];

    public static void Require(Warehouse warehouse, KpiQuery query)
    {
        var near = warehouse.Query("select kpi from marts.kpi_catalog order by kpi <> $name, contains(kpi, $name) desc, jaro_winkler_similarity(kpi, $name) desc, kpi limit 3", new { name = query.Name }).Rows<string>();
        if (near.Count == 0 || near[0] != query.Name) throw Unknown("kpi.unknown", query.Name, near);
        var dimensions = warehouse.Query("select dimension from marts.dimensions where segments > 0 order by position").Rows<string>();
        if (query.Dimension != "all" && !dimensions.Contains(query.Dimension, StringComparer.Ordinal)) throw Unknown("kpi.dimension", query.Dimension, dimensions);
        if (!Periods.Contains(query.Period, StringComparer.Ordinal)) throw Unknown("kpi.period", query.Period, Periods);
    }

    private static CellException Unknown(string key, string name, IEnumerable<string> known) =>
        new(Words.Fill(key, ("name", name), ("known", string.Join(", ", known))));
}
