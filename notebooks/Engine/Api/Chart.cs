using Analytics.Dashboards;

namespace Analytics.Notebooks;

/// <summary>Charts of a table's columns, or of any rows.</summary>
public static class Chart
{
    /// <summary>Upright bars: <c>Chart.Bar(table, "sector", "revenue")</c>.</summary>
    public static Figure Bar(Table table, string x, string y, string? title = null) => Draw(ChartKind.Bars, table, x, y, title);

    /// <summary>Upright bars of any rows: <c>Chart.Bar(rows, r => r.Sector, r => r.Revenue)</c>.</summary>
    public static Figure Bar<T>(IEnumerable<T> rows, Func<T, object> x, Func<T, double?> y, string? title = null) => Draw(ChartKind.Bars, rows, x, y, title);

    /// <summary>Lying bars, for long labels; the first row is at the top.</summary>
    public static Figure Ranking(Table table, string label, string value, string? title = null) => Draw(ChartKind.LyingBars, table, label, value, title);

    /// <summary>Lying bars of any rows.</summary>
    public static Figure Ranking<T>(IEnumerable<T> rows, Func<T, object> label, Func<T, double?> value, string? title = null) => Draw(ChartKind.LyingBars, rows, label, value, title);

    /// <summary>A line through points in the rows' order.</summary>
    public static Figure Line(Table table, string x, string y, string? title = null) => Draw(ChartKind.Line, table, x, y, title);

    /// <summary>A line through any rows.</summary>
    public static Figure Line<T>(IEnumerable<T> rows, Func<T, object> x, Func<T, double?> y, string? title = null) => Draw(ChartKind.Line, rows, x, y, title);

    /// <summary>Points; hovering over one says its name.</summary>
    public static Figure Scatter(Table table, string x, string y, string? name = null, string? title = null) => Figure.Of(
        new ChartOptions(ChartKind.Points, [Series(table, x, y) with { Names = name is null ? null : table[name].As<string>() }]) { Title = title, XTitle = x, YTitle = y, Language = Words.Language });

    /// <summary>Points of any rows.</summary>
    public static Figure Scatter<T>(IEnumerable<T> rows, Func<T, object> x, Func<T, double?> y, string? title = null) => Draw(ChartKind.Points, rows, x, y, title);

    /// <summary>Lines for each group of rows: <c>Chart.Lines(rows, r => r.Month, r => r.Value, r => r.Segment)</c>.</summary>
    public static Figure Lines<T>(IEnumerable<T> rows, Func<T, object> x, Func<T, double?> y, Func<T, string> group, string? title = null) => Figure.Of(
        new ChartOptions(ChartKind.Line, [.. rows.GroupBy(group, StringComparer.Ordinal).Select(g => Series([.. g], x, y) with { Name = g.Key })]) { Title = title, Language = Words.Language });

    /// <summary>The dashboard's curve: cumulative share of revenue by customers' rank, the 80 % line drawn.</summary>
    public static Figure Pareto(Warehouse? warehouse = null) => Figure.Ready(
        PlotlyFigures.Pareto((warehouse ?? Warehouse.Current).Connection, Words.Language) ?? throw new CellException(Words.Of("pareto.none")),
        Words.Of("pareto.title"));

    private static Figure Draw(ChartKind kind, Table table, string x, string y, string? title) =>
        Figure.Of(new ChartOptions(kind, [Series(table, x, y)]) { Title = title, XTitle = x, YTitle = y, Language = Words.Language });

    private static Figure Draw<T>(ChartKind kind, IEnumerable<T> rows, Func<T, object> x, Func<T, double?> y, string? title) =>
        Figure.Of(new ChartOptions(kind, [Series([.. rows], x, y)]) { Title = title, Language = Words.Language });

    private static ChartSeries Series(Table table, string x, string y) => new([.. table[x].Values.Select(v => v ?? "")], table[y].As<double?>());

    private static ChartSeries Series<T>(IReadOnlyList<T> rows, Func<T, object> x, Func<T, double?> y) => new([.. rows.Select(x)], [.. rows.Select(y)]);
}
