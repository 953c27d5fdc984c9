using System.Data.Common;
using Analytics.Pipeline.Warehouse;

namespace Analytics.Pipeline;

/// <summary>The rows of the warehouse that a KPI's figure is made of.</summary>
public static class KpiRows
{
    /// <summary>What numerator and denominator of a figure are made of; nothing for a KPI of the analyst's own.</summary>
    /// <param name="most">How many rows of each, the latest first.</param>
    public static IReadOnlyList<FigureRows> Behind(DbConnection warehouse, string kpi, FigureCell cell, int most)
    {
        if (SqlScript.Folder("global/kpis").FirstOrDefault(k => k.Name == kpi) is not { } script) return [];
        var bodies = SqlScript.Folder("behind").ToDictionary(b => b.Name, StringComparer.Ordinal);
        return [.. Parts(script).SelectMany(part => part.Sources.Select(source => Read(warehouse, part.Name, source, bodies[source.Name], cell, most)))];
    }

    internal static IEnumerable<(string Name, IReadOnlyList<RowSource> Sources)> Parts(SqlScript kpi) =>
        ((string[])["numerator", "denominator"]).Select(name => (name, RowSource.Parse(kpi.Header.GetValueOrDefault($"{name}_rows", ""))));

    private static FigureRows Read(DbConnection warehouse, string part, RowSource source, SqlScript body, FigureCell cell, int most)
    {
        object?[] values = [cell.Dimension, cell.Segment, cell.From, cell.To];
        var rows = source.Rows(body.Body);
        var (count, total) = warehouse.Rows($"select count(*), ({source.Total})::decimal(38, 6)::double from {rows}",
            row => (row.GetInt64(0), row.IsDBNull(1) ? (double?)null : row.GetDouble(1)), values)[0];
        var columns = Columns(warehouse, source, body);
        var shown = warehouse.Rows($"select {string.Join(", ", columns.Select(Sql.Name))} from {rows} order by day desc nulls last, id limit {most}", row =>
            (IReadOnlyList<object?>)Enumerable.Range(0, row.FieldCount).Select(i => row.IsDBNull(i) ? null : row.GetValue(i)).ToList(), values);
        return new(part, body.Header["label_en"], body.Header["label_fr"], count, total, columns, shown);
    }

    /// <summary>All columns; of rows with more than a screen holds, those that their file shows and those that the KPI's line names.</summary>
    private static List<string> Columns(DbConnection warehouse, RowSource source, SqlScript body)
    {
        var all = warehouse.Rows($"select column_name from (describe ({body.Body})) where column_name not in ('dimension', 'segment')", row => row.GetString(0));
        if (!body.Header.TryGetValue("shown", out var shown)) return all;
        var always = shown.Split(", ");
        return [.. all.Where(column => always.Contains(column) || source.Names(column))];
    }
}

/// <summary>One cell of <c>marts.kpis</c>, all owners together; the period is half-open.</summary>
public sealed record FigureCell(string Dimension, string Segment, DateOnly From, DateOnly To);

/// <summary>Rows behind a numerator or a denominator.</summary>
/// <param name="Part">numerator or denominator.</param>
/// <param name="LabelEn">What the rows are.</param>
/// <param name="LabelFr">The same in French.</param>
/// <param name="Count">How many there are; <paramref name="Rows"/> holds the latest of them.</param>
/// <param name="Total">What they add up to.</param>
public sealed record FigureRows(string Part, string LabelEn, string LabelFr, long Count, double? Total, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows);
