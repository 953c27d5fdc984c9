using Analytics.Dashboards;
using Analytics.Notebooks.Display;

namespace Analytics.Notebooks;

/// <summary>A KPI and how to look at it: <c>Kpi.Cac.By("channel").Per("year")</c>.</summary>
public sealed record KpiQuery(string Name) : IRenderable
{
    /// <summary>The dimension whose segments are compared; "all" is the whole base.</summary>
    public string Dimension { get; init; } = "all";

    /// <summary>The kind of period: all, ttm, year, quarter or month.</summary>
    public string Period { get; init; } = "all";

    internal Warehouse? Source { get; init; }

    /// <summary>Compares the segments of a dimension: sector, channel, owner, family…</summary>
    public KpiQuery By(string dimension) => this with { Dimension = dimension };

    /// <summary>One value for each period: ttm (the last twelve months), year, quarter or month.</summary>
    public KpiQuery Per(string period) => this with { Period = period };

    /// <summary>The value of the whole base over the whole time; null where it cannot be computed.</summary>
    public double? Value => Rows.Count == 1 ? Rows[0].Value : throw new CellException(Words.Fill("kpi.several", ("kpi", Name), ("rows", Rows.Count.ToString(Words.Culture))));

    /// <summary>The figures, for LINQ.</summary>
    public IReadOnlyList<KpiRow> Rows => Table().Rows<KpiRow>();

    /// <summary>The figures as a table: value, 95 % interval, n, numerator, denominator, what was left out.</summary>
    public Table Table()
    {
        var from = Source ?? Warehouse.Current;
        KpiChecks.Require(from, this);
        var figures = from.Query(
            """
            select segment, period_start as "from", period_end - 1 as "to", value, low, high, n, numerator::double as numerator, denominator::double as denominator, excluded
            from marts.kpis
            where kpi = $kpi and dimension = $dimension and period = $period and owner_id is null
            order by period_start, value desc nulls last, segment
            """,
            new { kpi = Name, dimension = Dimension, period = Period });
        return Explain()["unit"].Values[0] is "hours" ? new([.. figures.Columns.Select(c => c.Name is "value" or "low" or "high" ? c.InHours() : c)]) : figures;
    }

    /// <summary>Label, formula, what is left out and which exports are missing, in the notebook's language.</summary>
    public Table Explain() => (Source ?? Warehouse.Current).Query(
        Words.Language == "fr"
            ? "select kpi, label_fr as label, formula_fr as formula, excluded_fr as excluded, unit, missing from marts.kpi_catalog where kpi = $kpi"
            : "select kpi, label_en as label, formula_en as formula, excluded_en as excluded, unit, missing from marts.kpi_catalog where kpi = $kpi",
        new { kpi = Name });

    /// <summary>Bars of the segments with their intervals; a line where there are periods.</summary>
    public Figure Chart()
    {
        var rows = Rows;
        var explained = Explain();
        var label = $"{explained["label"].Values[0]}{(explained["unit"].Values[0] is "hours" ? " (h)" : "")}";
        var ordered = Period is "all" or "ttm";
        var series = ordered
            ? [Series(rows, [.. rows.Select(r => (object)r.Segment)], null)]
            : rows.GroupBy(r => r.Segment, StringComparer.Ordinal).Select(g => Series([.. g], [.. g.Select(r => (object)r.From!.Value)], Dimension == "all" ? null : g.Key)).ToList();
        return Figure.Of(new ChartOptions(ordered ? ChartKind.Bars : ChartKind.Line, series) { Title = label, Language = Words.Language });
    }

    MimeBundle IRenderable.Render()
    {
        var table = Table();
        var explained = Explain();
        var label = (string)explained["label"].Values[0]!;
        var missing = explained["missing"].Values[0] is string tables ? Words.Fill("kpi.missing", ("tables", tables)) : "";
        return new($"{label}\n{missing}\n{TableText.Of(table)}".Replace("\n\n", "\n", StringComparison.Ordinal),
            $"<p><strong>{HtmlText.Encode(label)}</strong> {HtmlText.Encode(missing)}</p>{TableHtml.Of(table)}");
    }

    private static ChartSeries Series(IReadOnlyList<KpiRow> rows, IReadOnlyList<object> x, string? name) => new(x, [.. rows.Select(r => r.Value)])
    {
        Name = name,
        Low = name is null ? [.. rows.Select(r => r.Low)] : null,
        High = name is null ? [.. rows.Select(r => r.High)] : null,
    };
}

/// <summary>A KPI's figure for one segment and period.</summary>
public sealed record KpiRow(string Segment, DateOnly? From, DateOnly? To, double? Value, double? Low, double? High, long? N, double? Numerator, double? Denominator, long? Excluded);
