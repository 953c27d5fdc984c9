using System.Data.Common;
using Analytics.Pipeline.Warehouse;

namespace Analytics.Pipeline.Mapping;

/// <summary>Holds a person's own KPIs and dimensions against the tables of an empty warehouse, before any file is read.</summary>
internal static class OwnFiguresCheck
{
    public static IReadOnlyList<MappingProblem> Of(OwnFigures own)
    {
        if (!own.Any) return [];
        using var engine = EmptyWarehouse.Open([.. FactTable.All.Select(t => $"core.{t.Name}"), "core.accounts"]);
        return
        [
            .. Names(own),
            .. own.Kpis.SelectMany(kpi => Kpi(engine, kpi)),
            .. own.Dimensions.SelectMany(dimension => Expression(engine, dimension.Value, "accounts", totals: false)),
        ];
    }

    /// <summary>The engine's spelling of an expression that passed the check.</summary>
    public static string Sql(DbConnection engine, OwnExpression expression, string table) =>
        SafeExpression.Read(engine, expression.Text, Columns(engine, table).Keys).Sql ?? throw new InvalidOperationException($"Unchecked expression: {expression.Text}");

    private static IEnumerable<MappingProblem> Names(OwnFigures own)
    {
        var kpis = SqlScript.Folder("global/kpis").Select(k => k.Name).ToHashSet(StringComparer.Ordinal);
        var dimensions = s_dimensions.ToHashSet(StringComparer.Ordinal);
        return own.Kpis.Select(k => k.Name).Where(n => !kpis.Add(n.Name))
            .Concat(own.Dimensions.Select(d => d.Name).Where(n => !dimensions.Add(n.Name)))
            .Select(n => new MappingProblem("name_taken", n.At.Line, n.At.Column, n.Name, "", null));
    }

    private static readonly string[] s_dimensions =
    [
        "all", "sector", "type", "trade", "size", "region", "country", "channel", "family", "product", "owner", "manager", "team", "rfm", "quadrant", "order_kind",
    ];

    private static IEnumerable<MappingProblem> Kpi(DbConnection engine, OwnKpi kpi)
    {
        var dates = Columns(engine, kpi.Table.Name).Where(c => c.Value == "DATE").Select(c => c.Key).ToList();
        if (!dates.Contains(kpi.Day, StringComparer.Ordinal))
            yield return new("unknown_value", kpi.Name.At.Line, kpi.Name.At.Column, kpi.Day, string.Join(", ", dates), NearestName.Of(kpi.Day, dates));
        foreach (var problem in new[] { kpi.Value, kpi.Per }.OfType<OwnExpression>().SelectMany(e => Expression(engine, e, kpi.Table.Name, totals: true)))
            yield return problem;
    }

    private static IEnumerable<MappingProblem> Expression(DbConnection engine, OwnExpression expression, string table, bool totals)
    {
        var (sql, adds, problem) = SafeExpression.Read(engine, expression.Text, Columns(engine, table).Keys);
        problem ??= adds != totals ? (totals ? "expression_adds_nothing" : "expression_adds_up", "sum(…), count(*) filter (where …)", null) : null;
        problem ??= Unbound(engine, totals ? $"({sql})::decimal(38, 6)" : $"({sql})::varchar", table) is { } reason ? ("expression_unread", reason, null) : null;
        return problem is { } found ? [new(found.Code, expression.At.Line, expression.At.Column, expression.Text, found.Expected, found.Nearest)] : [];
    }

    private static string? Unbound(DbConnection engine, string sql, string table)
    {
        try
        {
            engine.Execute($"explain select {sql} from core.{table}");
            return null;
        }
        catch (DbException e)
        {
            return e.Message.Split('\n')[0];
        }
    }

    private static Dictionary<string, string> Columns(DbConnection engine, string table) => engine.Rows(
        "select column_name, data_type from duckdb_columns() where schema_name = 'core' and table_name = $1 and column_name not in ('source', '_file', '_row')",
        row => (Name: row.GetString(0), Type: row.GetString(1)), table).ToDictionary(c => c.Name, c => c.Type, StringComparer.Ordinal);
}
