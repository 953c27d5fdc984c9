namespace Analytics.Notebooks;

/// <summary>The KPIs of the warehouse that was opened last, each a property named as in the catalogue: win_rate_cohort is WinRateCohort.</summary>
public static partial class Kpi
{
    /// <summary>The KPI of that name, as the catalogue writes it.</summary>
    public static KpiQuery Named(string name) => new(name);

    /// <summary>Every KPI with its unit and its label in the notebook's language.</summary>
    public static Table Catalogue() => Warehouse.Current.Query(Words.Language == "fr"
        ? "select kpi, label_fr as label, unit, missing from marts.kpi_catalog order by position, kpi"
        : "select kpi, label_en as label, unit, missing from marts.kpi_catalog order by position, kpi");
}
