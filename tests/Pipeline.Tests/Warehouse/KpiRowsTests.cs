using System.Globalization;
using Analytics.Pipeline.Warehouse;
using Dapper;

namespace Analytics.Pipeline.Tests.Warehouse;

/// <summary>The rows behind a figure make that figure.</summary>
public sealed class KpiRowsTests
{
    /// <summary>Figures that no sum of rows makes: percentiles, indices, shares of a ranking, a shifted cost.</summary>
    private static readonly string[] s_unsummed = ["basket_median", "sales_cycle_median", "sales_cycle_waiting", "sales_velocity", "contacts_to_win", "contacts_to_loss",
        "pipeline_coverage", "time_to_first_contact", "family_loyalty", "cac_lagged", "pareto_top20_share", "pareto_top20_share_margin", "pareto_top20_share_profit",
        "gini_revenue", "gini_margin", "gini_profit", "lifetime_value", "ltv_to_cac", "cac_payback"];

    [Fact]
    public void They_add_up_to_its_numerator_and_to_its_denominator()
    {
        using var exports = new TemporaryFolder();
        foreach (var table in SmallCompany.Tables()) table.Write(exports);
        using var w = new BuiltWarehouse(exports.Path, SmallCompany.AsOf);
        var wrong = new List<string>();
        var compared = 0;
        foreach (var cell in w.Connection.Query<Cell>("""
            select kpi as Kpi, dimension as Dimension, segment as Segment, period_start::varchar as Start, period_end::varchar as "End", numerator::double as Numerator, denominator::double as Denominator, excluded as Excluded
            from (select *, row_number() over (partition by kpi, dimension = 'all' order by hash(dimension || segment || period || period_start), period_start, segment) as place
                  from marts.kpis where owner_id is null and dimension in ('all', 'sector') and value is not null and not (kpi in ('attrition', 'retention') and excluded > 0))
            where place <= 2 order by kpi, place, dimension
            """))
        {
            if (s_unsummed.Contains(cell.Kpi)) continue;
            var rows = KpiRows.Behind(w.Connection, cell.Kpi, new(cell.Dimension, cell.Segment, Day(cell.Start), Day(cell.End)), 1);
            foreach (var (part, expected) in new[] { ("numerator", cell.Numerator), ("denominator", cell.Denominator) })
            {
                var made = rows.Where(r => r.Part == part).ToList();
                if (made.Count == 0) continue;
                compared++;
                var total = made.Sum(r => r.Total ?? 0);
                if (Math.Abs(total - (expected ?? 0)) > 1e-6 * Math.Max(1, Math.Abs(expected ?? 0))) wrong.Add($"{cell}: {part} is {expected}, its rows make {total}");
            }
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.True(compared > 200);
    }

    [Fact]
    public void Every_kpi_says_which_they_are()
    {
        var bodies = SqlScript.Folder("behind").Select(b => b.Name).ToHashSet(StringComparer.Ordinal);
        Assert.All(SqlScript.Folder("global/kpis"), kpi => Assert.All(KpiRows.Parts(kpi).SelectMany(p => p.Sources).Select(s => s.Name).DefaultIfEmpty("?"), name => Assert.Contains(name, bodies)));
    }

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);

    private sealed record Cell(string Kpi, string Dimension, string Segment, string Start, string End, double? Numerator, double? Denominator, long Excluded);
}
