using System.Data.Common;
using System.Globalization;

namespace Analytics.Dashboards.Tests.Engine;

/// <summary>Under filters of two dimensions and days of one's own, which no mart holds, the engine gives what plain SQL over the facts gives.</summary>
[Collection("sample")]
public class CombinationTests(SamplePage sample)
{
    private static readonly (string Dimension, string Column)[] Dimensions =
        [("sector", "a.sector"), ("type", "a.type"), ("region", "a.region"), ("size", "a.size"), ("owner", "o.name"), ("team", "o.team"), ("family", "p.family"), ("product", "p.name")];

    private const string Sales = """
        from core.sales as f left join core.accounts as a on a.account_id = f.account_id left join core.owners as o on o.owner_id = f.owner_id
        left join core.products as p on p.product_id = f.product_id
        """;

    private const string Opportunities = """
        from core.opportunities as f left join core.accounts as a on a.account_id = f.account_id left join core.owners as o on o.owner_id = f.owner_id
        left join core.products as p on p.product_id = f.product_id
        """;

    [Fact]
    public void Two_dimensions_and_any_days_give_what_plain_SQL_gives()
    {
        using var engine = new AskedEngine(sample.Built.Html);
        var (random, compared) = (new Random(20261122), 0);
        for (var round = 0; round < 60; round++)
        {
            var chosen = random.GetItems(Dimensions, 2);
            var segments = chosen.Select(dimension => (dimension.Dimension, Names: Segments(dimension.Column, random))).DistinctBy(choice => choice.Dimension).ToDictionary(choice => choice.Dimension, choice => choice.Names, StringComparer.Ordinal);
            var start = new DateOnly(2023, 1, 1).AddDays(random.Next(900));
            var end = start.AddDays(1 + random.Next(400));
            var period = new QuestionPeriod("days", Day(start), Day(end));
            var met = string.Join(" and ", segments.Select(choice => $"{Dimensions.First(d => d.Dimension == choice.Key).Column} in ({string.Join(", ", choice.Value.Select(Text))})"));

            foreach (var (kpi, expected) in Expected(met, start, end))
            {
                var figure = engine.Ask(new Question(kpi, segments, period)).Facts.SingleOrDefault();
                Assert.True(Math.Abs((expected ?? 0) - (figure?.Value ?? 0)) <= 1e-9 * Math.Max(1, Math.Abs(expected ?? 0)), $"{kpi} where {met} in {start}–{end}: {expected} and not {figure?.Value}");
                if (expected is not null and not 0) compared++;
            }
        }
        Assert.True(compared > 200, $"Only {compared} figures were not empty.");
    }

    private IEnumerable<(string Kpi, double? Value)> Expected(string met, DateOnly start, DateOnly end)
    {
        string Within(string column) => $"{column} >= date '{Day(start)}' and {column} < date '{Day(end)}'";
        double? One(string sql) => EngineTests.Rows(sample.Built.Warehouse, sql, (DbDataReader row) => row.IsDBNull(0) ? (double?)null : row.GetDouble(0)).Single();
        yield return ("revenue", One($"select sum(f.amount)::double {Sales} where {met} and {Within("f.sold_at")}"));
        yield return ("margin", One($"select sum(f.amount - f.cost)::double {Sales} where {met} and {Within("f.sold_at")}"));
        yield return ("basket_per_order", One($"select avg(f.amount::double) {Sales} where {met} and {Within("f.sold_at")} and f.amount > 0"));
        yield return ("basket_median", One($"select median(f.amount::double) {Sales} where {met} and {Within("f.sold_at")} and f.amount > 0"));
        yield return ("customers", One($"select count(distinct f.account_id)::double {Sales} where {met} and {Within("f.sold_at")} and f.amount > 0"));
        yield return ("win_rate_closed_by_count", One($"select avg((f.outcome = 'won')::int) {Opportunities} where {met} and {Within("f.closed_at")} and f.outcome <> 'open'"));
        yield return ("opportunities_created", One($"select count(*)::double {Opportunities} where {met} and {Within("f.created_at")}"));
        yield return ("opportunities_created_existing", One($"select count(*)::double {Opportunities} where {met} and {Within("f.created_at")} and exists (from core.sales as e where e.account_id = f.account_id and e.sold_at < f.created_at)"));
        yield return ("sales_cycle_median", One($"select median((f.closed_at - f.created_at)::double) {Opportunities} where {met} and {Within("f.closed_at")} and f.outcome = 'won' and f.closed_at >= f.created_at"));
    }

    private string[] Segments(string column, Random random)
    {
        var all = EngineTests.Rows(sample.Built.Warehouse, $"select distinct {column} as x {Sales} where {column} is not null order by x", row => row.GetString(0));
        return [.. random.GetItems(all.ToArray(), 1 + random.Next(3)).Distinct(StringComparer.Ordinal)];
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Text(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
