using System.Data.Common;

namespace Analytics.Dashboards.Data;

internal static class KpiReader
{
    private const string Collective =
        """
        SELECT kpi, dimension, segment, period, period_start, period_end, numerator, denominator, value, n, excluded, low, high
        FROM marts.kpis
        WHERE owner_id IS NULL AND dimension <> 'tag'
        ORDER BY kpi, dimension, segment, period, period_start
        """;

    public static List<Kpi> Catalogue(DbConnection warehouse) => warehouse.Read(
        """
        SELECT kpi, unit, kind, direction, missing, label_en, label_fr, formula_en, formula_fr, excluded_en, excluded_fr
        FROM marts.kpi_catalog
        ORDER BY position, kpi
        """,
        row => new Kpi(
            row.Text("kpi"), UnitOf(row.Text("kpi"), row.Text("unit")), row.Text("kind"), row.Text("direction"), List(row.TextOrNull("missing")),
            row.Localised("label"), row.Localised("formula"), row.Localised("excluded")));

    public static Facts Facts(DbConnection warehouse, DashboardOptions options)
    {
        var headline = options.Tiles.SelectMany(tile => new[] { tile.Kpi, tile.Beside }).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var compared = options.SegmentKpis.ToHashSet(StringComparer.Ordinal);
        var builder = new FactsBuilder();
        warehouse.Read(Collective, row =>
        {
            var (kpi, dimension, period) = (row.Text("kpi"), row.Text("dimension"), row.Text("period"));
            var wanted = dimension is "all"
                ? headline.Contains(kpi) || compared.Contains(kpi) || PageKpis.Whole.Contains(kpi)
                : period is not "month" && (compared.Contains(kpi) || PageKpis.Segmented.Contains((kpi, dimension)));
            if (wanted)
                builder.Add(kpi, dimension, row.Text("segment"), new Period(period, row.Date("period_start"), row.Date("period_end")), Measure(row));
            return wanted;
        });
        return builder.Facts;
    }

    /// <summary>Lifetime value over acquisition cost is read as "4 times", not as 400 %.</summary>
    private static string UnitOf(string kpi, string unit) => kpi is "ltv_to_cac" ? "times" : unit;

    private static Measure Measure(Row row) => new(
        row.Number("numerator"), row.Number("denominator"), row.Number("value"),
        row.Whole("n"), row.Whole("excluded"), row.Number("low"), row.Number("high"));

    private static string[] List(string? commaSeparated) =>
        commaSeparated?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
}
