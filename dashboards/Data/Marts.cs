using System.Data.Common;
using Analytics.Dashboards.Figures;

namespace Analytics.Dashboards.Data;

/// <summary>Reads the warehouse's contract tables into the page's data.</summary>
internal static class Marts
{
    public static PageData Read(DbConnection warehouse, DashboardOptions options)
    {
        var run = RunOf(warehouse);
        var kpis = KpiReader.Catalogue(warehouse);
        var facts = KpiReader.Facts(warehouse, options);
        if (options.Tiles.Any(tile => string.Equals(tile.Kpi, Tile.ExpectedLosses, StringComparison.Ordinal)))
            kpis.Add(ScoreReader.AddExpectedLosses(warehouse, facts));
        var known = kpis.Select(kpi => kpi.Name).ToHashSet(StringComparer.Ordinal);
        var curve = CustomerReader.Curve(warehouse);
        return new PageData(
            run,
            kpis,
            [.. options.Tiles.Where(tile => known.Contains(tile.Kpi))],
            [.. options.SegmentKpis.Where(known.Contains)],
            Dimensions(warehouse),
            Tables(warehouse),
            facts,
            CustomerReader.Base(warehouse, options.MaxCustomers),
            curve.Count == 0 ? null : ParetoFigure.InBothLanguages(curve),
            ScoreReader.Watch(warehouse, options.MaxCustomers),
            ScoreReader.Rising(warehouse, options.MaxCustomers),
            KeepReader.Read(warehouse, options.MaxCustomers),
            WinReader.Read(warehouse),
            ScoreReader.Metrics(warehouse),
            ScoreReader.Notes(warehouse),
            QualityReader.Read(warehouse))
        {
            Team = TeamReader.Read(warehouse),
            Plan = PlanReader.Read(warehouse, options.MaxCustomers),
            Service = ServiceReader.Read(warehouse),
            Effort = EffortReader.Read(warehouse),
            Worth = WorthReader.Read(warehouse, options.MaxCustomers),
            Changes = ChangeReader.Read(warehouse),
            Outlook = OutlookReader.Read(warehouse),
            Pages = options.Pages,
            SegmentLabels = SegmentLabels(warehouse),
            Cards = CardReader.Read(warehouse, options.MaxCustomers),
            Prospects = CustomerReader.Prospects(warehouse, options.MaxCustomers),
        };
    }

    private static Run RunOf(DbConnection warehouse) => warehouse.Read(
        "SELECT as_of, data_from, data_to, currency, sales_basis, title, version FROM marts.run",
        row => new Run(
            row.Text("title"), row.Date("as_of") ?? default, row.Date("data_from"), row.Date("data_to"),
            row.TextOrNull("currency"), row.Text("sales_basis"), row.Text("version"))).Single();

    /// <summary>Tags overlap, which the page's sums and shares cannot say.</summary>
    private static List<Dimension> Dimensions(DbConnection warehouse) => warehouse.Read(
        "SELECT dimension, label_en, label_fr, segments, brought_by FROM marts.dimensions WHERE dimension <> 'tag' ORDER BY position, dimension",
        row => new Dimension(row.Text("dimension"), row.Localised("label"), row.Whole("segments"), row.TextOrNull("brought_by")));

    /// <summary>The names of segments that the warehouse itself coins; those of the exports stay as they are.</summary>
    private static List<SegmentLabel> SegmentLabels(DbConnection warehouse) => warehouse.Read(
        "SELECT dimension, segment, label_en, label_fr FROM marts.segment_labels ORDER BY dimension, position",
        row => new SegmentLabel(row.Text("dimension"), row.Text("segment"), row.Localised("label")));

    private static List<CanonicalTable> Tables(DbConnection warehouse) => warehouse.Read(
        "SELECT table_name, label_en, label_fr, rows FROM marts.tables ORDER BY position, table_name",
        row => new CanonicalTable(row.Text("table_name"), row.Localised("label"), row.Whole("rows")));
}
