using System.Data.Common;
using System.Globalization;

namespace Analytics.Dashboards.Tests.Engine;

/// <summary>What the page recomputes from its facts is what the warehouse computed in SQL.</summary>
[Collection("sample")]
public class EngineTests(SamplePage sample, RealPage real)
{
    /// <summary>KPIs that rest on targets, which have neither customer nor day, or on facts that do not travel in the page: it shows the warehouse's figure of the whole base.</summary>
    private static readonly string[] WholeBaseOnly =
    [
        "revenue_to_target", "margin_to_target", "pipeline_coverage", "complaint_resolution", "late_delivery_rate", "delivery_delay",
        "family_loyalty", "contract_attrition", "quotes", "accounts_opened", "prospects_contacted", "actions_planned", "actions_on_time", "actions_overdue",
        "champions", "customers_to_develop", "complained_before_loss", "future_top20", "win_rate_shrunk", "new_customer_share", "niche_customers", "niche_prospects",
    ];

    [Fact]
    public void The_sample_gives_each_figure_of_the_warehouse() => Compare(sample.Built, perKpi: 12);

    [Fact]
    public void Real_exports_give_each_figure_of_the_warehouse() => Compare(real.Maven, perKpi: 12);

    internal static void Compare(BuiltPage built, int perKpi)
    {
        using var engine = new AskedEngine(built.Html);
        var differences = new List<string>();
        var (compared, kpis) = (0, new HashSet<string>(StringComparer.Ordinal));
        foreach (var row in Sampled(built.Warehouse, perKpi))
        {
            if (WholeBaseOnly.Contains(row.Kpi)) continue;
            var answer = engine.Ask(row.Question);
            Assert.True(answer.Known, $"{row.Kpi} is not recomputed.");
            if (answer.Ignored.Length > 0) continue;
            if (!Same(row, answer.Facts) || (answer.InSeries is { } figure && !Same(row, [figure]))) differences.Add($"{row}\n  {string.Join(" ", answer.Facts.Select(fact => fact.ToString()))}");
            kpis.Add(row.Kpi);
            compared++;
        }
        Assert.True(differences.Count == 0, $"{differences.Count} of {compared} differ:\n{string.Join("\n", differences.Take(25))}");
        Assert.True(compared > 10 * kpis.Count / 2, $"Only {compared} figures of {kpis.Count} KPIs were compared.");
    }

    /// <summary>Of each KPI, rows taken by a hash of their key: always the same, and of all kinds.</summary>
    private static List<Expected> Sampled(DbConnection warehouse, int perKpi) => Rows(warehouse, $"""
        with placed as (
          select k.*, o.name as owner, row_number() over (
            partition by kpi, dimension = 'all', k.owner_id is null
            order by hash(k.kpi || dimension || segment || coalesce(k.owner_id, '') || period || period_start), period_start, segment) as place
          from marts.kpis as k left join core.owners as o on o.owner_id = k.owner_id
          where k.value is not null or k.numerator is not null)
        select kpi, dimension, segment, case when owner_id is not null then coalesce(owner, '(unknown)') end as owner, period, period_start::varchar, period_end::varchar,
          numerator::double, denominator::double, value, n, excluded, low, high
        from placed where place <= {perKpi.ToString(CultureInfo.InvariantCulture)}
        order by kpi, place, dimension, owner
        """, Expected.Read);

    private static bool Same(Expected row, Figure[] found) =>
        found is [var figure]
        && Near(row.Numerator, figure.Numerator) && Near(row.Denominator, figure.Denominator) && Near(row.Value, figure.Value)
        && row.N == figure.N && row.Excluded == figure.Excluded && Near(row.Low, figure.Low) && Near(row.High, figure.High);

    private static bool Near(double? expected, double? found) =>
        expected is null == found is null && (expected is null || Math.Abs(expected.Value - found!.Value) <= 1e-9 * Math.Max(1, Math.Abs(expected.Value)));

    internal static List<T> Rows<T>(DbConnection warehouse, string sql, Func<DbDataReader, T> read)
    {
        using var command = warehouse.CreateCommand();
#pragma warning disable CA2100 // The statement is this test's own.
        command.CommandText = sql;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read()) rows.Add(read(reader));
        return rows;
    }

    private sealed record Expected(
        string Kpi, string Dimension, string Segment, string? Owner, string Period, string Start, string End,
        double? Numerator, double? Denominator, double? Value, long N, long Excluded, double? Low, double? High)
    {
        public Question Question
        {
            get
            {
                var segments = new Dictionary<string, string[]>(StringComparer.Ordinal);
                if (Dimension is not "all") segments[Dimension] = [Segment];
                if (Owner is not null && Dimension is not "owner") segments["owner"] = [Owner];
                return new Question(Kpi, segments, new QuestionPeriod(Period, Start, End));
            }
        }

        public static Expected Read(DbDataReader row)
        {
            double? Number(int place) => row.IsDBNull(place) ? null : row.GetDouble(place);
            return new(row.GetString(0), row.GetString(1), row.GetString(2), row.IsDBNull(3) ? null : row.GetString(3), row.GetString(4), row.GetString(5), row.GetString(6),
                Number(7), Number(8), Number(9), row.GetInt64(10), row.GetInt64(11), Number(12), Number(13));
        }
    }
}
