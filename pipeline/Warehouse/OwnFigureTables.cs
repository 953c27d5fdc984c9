using System.Data.Common;
using System.Globalization;
using Analytics.Pipeline.Mapping;

namespace Analytics.Pipeline.Warehouse;

/// <summary>A person's own KPIs as if they were files of <c>sql/global/kpis</c>, and own dimensions as segments of the accounts.</summary>
internal static class OwnFigureTables
{
    private const int MostSegments = 50;

    /// <summary>Fills <c>core.own_dimensions</c> and <c>core.own_segments</c>, once the accounts are known.</summary>
    public static void FillDimensions(DbConnection connection, OwnFigures own)
    {
        foreach (var (dimension, position) in own.Dimensions.Select((d, i) => (d, i)))
            Trying(dimension.Name, dimension.Value, () =>
            {
                var segment = OwnFiguresCheck.Sql(connection, dimension.Value, "accounts");
                connection.Execute("insert into core.own_dimensions values ($1, $2, $3, $4)", dimension.Name.Name, position, dimension.Name.LabelEn, dimension.Name.LabelFr);
                connection.Execute($"insert into core.own_segments select account_id, {Sql.Text(dimension.Name.Name)}, nullif(trim(({segment})::varchar), '') from core.accounts");
                var segments = connection.Scalar<long>("select count(distinct segment) from core.own_segments where dimension = $1", dimension.Name.Name);
                if (segments > MostSegments) throw Invalid("segments_too_many", dimension.Value, segments.ToString(CultureInfo.InvariantCulture));
            });
    }

    /// <summary>The KPI as a file would describe it.</summary>
    public static SqlScript Script(DbConnection connection, OwnKpi kpi, int position) => new(
        "kpis", kpi.Name.Name, Header(kpi, position), Body(kpi, OwnFiguresCheck.Sql(connection, kpi.Value, kpi.Table.Name), kpi.Per is null ? null : OwnFiguresCheck.Sql(connection, kpi.Per, kpi.Table.Name)));

    /// <summary>Runs what a person's expression is in; what it fails on in the data is theirs to mend.</summary>
    public static void Trying(OwnName name, OwnExpression expression, Action work)
    {
        try
        {
            work();
        }
        catch (DbException e) when (!StorageProblems.IsDiskFull(e))
        {
            throw Invalid("expression_failed", expression with { Text = $"{name.Name}: {expression.Text}" }, e.Message.Split('\n')[0]);
        }
    }

    private static ProblemException Invalid(string code, OwnExpression expression, string expected) => new(ProblemCode.MappingInvalid,
        ("file", ExportMapping.FileName), ("code", code), ("line", expression.At.Line.ToString(CultureInfo.InvariantCulture)), ("column", expression.At.Column.ToString(CultureInfo.InvariantCulture)),
        ("found", expression.Text), ("expected", expected), ("nearest", ""));

    private static Dictionary<string, string> Header(OwnKpi kpi, int position)
    {
        var formula = kpi.Per is null ? kpi.Value.Text : $"{kpi.Value.Text} / {kpi.Per.Text}";
        return new(StringComparer.Ordinal)
        {
            ["position"] = position.ToString(CultureInfo.InvariantCulture),
            ["unit"] = kpi.Unit,
            ["kind"] = kpi.Per is not null ? "share" : kpi.Unit == "count" ? "count" : "sum",
            ["direction"] = kpi.Direction,
            ["needs"] = kpi.Table.Name,
            ["label_en"] = kpi.Name.LabelEn,
            ["label_fr"] = kpi.Name.LabelFr,
            ["formula_en"] = $"{formula} ({kpi.Table.Name}, {kpi.Day}; analytics.yml)",
            ["formula_fr"] = $"{formula} ({kpi.Table.Name}, {kpi.Day} ; analytics.yml)",
            ["excluded_en"] = "",
            ["excluded_fr"] = "",
            ["theme"] = "own",
        };
    }

    private static string Body(OwnKpi kpi, string value, string? per) => $"""
        with fact as (
          select f.*, f.dimension as _dimension, f.segment as _segment, p.period as _period, p.period_start as _start, p.period_end as _end
          from {kpi.Table.Segmented} as f
          cross join core.run as r
          join core.period_slices as p on p.slice_start = slice_of(f.{Sql.Name(kpi.Day)}, r.ttm_start))
        select _dimension as dimension, _segment as segment, case when grouping(owner_id) = 0 then owner_id end as owner_id, _period as period, _start as period_start, _end as period_end,
          ({value})::decimal(38, 6) as numerator{(per is null ? "" : $", ({per})::decimal(38, 6) as denominator")}, count(*) as n, 0 as excluded
        from fact
        group by grouping sets ((_dimension, _segment, owner_id, _period, _start, _end), (_dimension, _segment, _period, _start, _end))
        """;
}
