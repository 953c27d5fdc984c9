using System.Data.Common;
using System.Globalization;
using Analytics.Pipeline;
using Analytics.Pipeline.DuckDb;

namespace Analytics.Cli;

/// <summary>A KPI as the catalogue describes it in one language.</summary>
internal sealed record KpiDescription(string Name, string Label, string Unit, string Formula, string Excluded, string Missing);

/// <summary>What a KPI can be asked by.</summary>
internal sealed record KpiTelling(IReadOnlyList<string> Dimensions, IReadOnlyList<string> Periods, bool IsByOwner);

/// <summary>Rows to print, each cell as the warehouse holds it.</summary>
internal sealed record KpiTable(IList<string> Columns, IReadOnlyList<object?[]> Rows);

/// <summary>Reads the catalogue and the figures of a published warehouse.</summary>
internal sealed class KpiReader(DbConnection connection, string language) : IDisposable
{
    private const string Asked =
        """
        kpi = $1 and dimension = $2 and period = $3 and ($4 = '' or segment = $4)
          and owner_id is not distinct from (select min(owner_id) from core.owners where lower(name) = lower(nullif($5, '')))
        """;

    public static KpiReader? TryOpen(string output, string language)
    {
        var path = Path.Combine(output, "warehouse.duckdb");
        if (!File.Exists(path)) return null;
        var connection = new DuckDBConnection($"Data Source={path};Read Only=true");
        connection.Open();
        return new(connection, language);
    }

    public KpiTable Catalogue() => Read(
        $"select kpi, label_{language} as label, theme, unit, missing from marts.kpi_catalog order by position, kpi");

    public KpiDescription? Describe(string kpi) => Read(
            $"select label_{language}, unit, formula_{language}, excluded_{language}, coalesce(missing, '') from marts.kpi_catalog where kpi = $1", kpi)
        .Rows.Select(r => new KpiDescription(kpi, (string)r[0]!, (string)r[1]!, (string)r[2]!, (string)r[3]!, (string)r[4]!)).FirstOrDefault();

    public IEnumerable<string> Near(string name) => Read(
            $"""
            select kpi from marts.kpi_catalog
            order by contains(kpi, $1) desc, contains(lower(strip_accents(label_{language})), lower(strip_accents($1))) desc, jaro_winkler_similarity(kpi, $1) desc, kpi limit 3
            """, name)
        .Rows.Select(r => (string)r[0]!);

    /// <summary>Every dimension that has a segment.</summary>
    public IReadOnlyList<string> Dimensions() => Texts("select dimension from marts.dimensions where segments > 0 order by position");

    public IReadOnlyList<string> Owners() => Texts("select distinct name from core.owners order by name");

    /// <summary>The dimensions and periods that the KPI is told by, the whole and the longest first.</summary>
    public KpiTelling ToldBy(string kpi) => new(
        Texts("select k.dimension from marts.kpis as k left join marts.dimensions as d using (dimension) where kpi = $1 group by k.dimension order by min(d.position) nulls first", kpi),
        Texts("select period from marts.kpis where kpi = $1 group by period order by list_position(['all', 'ttm', 'year', 'quarter', 'month'], period)", kpi),
        Read("select 1 from marts.kpis where kpi = $1 and owner_id is not null limit 1", kpi).Rows.Count > 0);

    public string WidestPeriod(KpiQuestion question) => ToldBy(question.Name!).Periods.FirstOrDefault("all");

    public KpiTable Figures(KpiQuestion question) => Read(
        $"""
        select segment, period_start::varchar as "from", (period_end - 1)::varchar as "to", value, low, high,
          numerator::double as numerator, denominator::double as denominator, n, excluded
        from marts.kpis
        where {Asked}
        order by period_start, value desc nulls last, segment
        """,
        Values(question));

    /// <summary>Whether an account may count under several segments of the dimension.</summary>
    public bool Overlaps(string dimension) => Read("select dimension from marts.dimensions where dimension = $1 and is_overlapping", dimension).Rows.Count > 0;

    /// <summary>The latest figure of those asked for; of several segments the one with the most behind it. One owner's segment is not told by its rows.</summary>
    public FigureCell? LastCell(KpiQuestion question) => question switch
    {
        { Owner: not null, By: "all" } => LastCell(question with { By = "owner", Segment = question.Owner, Owner = null }),
        { Owner: not null } => null,
        _ => Read(
            $"""
            select dimension, segment, period_start::varchar, period_end::varchar
            from marts.kpis
            where {Asked} and (value is not null or numerator is not null)
            order by period_start desc, n desc, segment limit 1
            """,
            Values(question))
            .Rows.Select(r => new FigureCell((string)r[0]!, (string)r[1]!, Day(r[2]), Day(r[3]))).FirstOrDefault(),
    };

    public IReadOnlyList<FigureRows> Behind(string kpi, FigureCell cell) => KpiRows.Behind(connection, kpi, cell, most: 10);

    public void Dispose() => connection.Dispose();

    private static DateOnly Day(object? text) => DateOnly.ParseExact((string)text!, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string[] Values(KpiQuestion question) => [question.Name!, question.By, question.Period!, question.Segment ?? "", question.Owner ?? ""];

    private List<string> Texts(string sql, params string[] values) => [.. Read(sql, values).Rows.Select(r => (string)r[0]!)];

    private KpiTable Read(string sql, params string[] values)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Only a language of ours is ever put into a statement; values are bound.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var value in values)
        {
            var parameter = command.CreateParameter();
            parameter.Value = value;
            command.Parameters.Add(parameter);
        }
        using var reader = command.ExecuteReader();
        var columns = Enumerable.Range(0, reader.FieldCount).Select(reader.GetName).ToList();
        var rows = new List<object?[]>();
        while (reader.Read())
            rows.Add(columns.Select((_, i) => reader.IsDBNull(i) ? null : reader.GetValue(i)).ToArray());
        return new(columns, rows);
    }
}
