using System.Data.Common;
using System.Globalization;

namespace Analytics.Dashboards.Tests.Engine;

/// <summary>Where to put the effort, under filters that no mart holds: the segments, their figures and the advice that plain SQL over the facts gives.</summary>
[Collection("sample")]
public class EffortAdviceTests(SamplePage sample)
{
    private static readonly string[] Dimensions = ["sector", "type", "region", "size"];

    [Fact]
    public void Advice_under_any_filter_is_what_plain_SQL_over_the_facts_advises()
    {
        using var engine = new AskedEngine(sample.Built.Html);
        var random = new Random(20261129);
        var (from, to) = EngineTests.Rows(sample.Built.Warehouse, "select min(period_start)::varchar, max(period_end)::varchar from marts.kpis where period = 'ttm'", row => (row.GetString(0), row.GetString(1)))[0];
        var advised = new List<string>();
        for (var round = 0; round < 24; round++)
        {
            var chosen = random.GetItems(Dimensions, 2);
            var (by, other) = (chosen[0], Dimensions.First(dimension => dimension != chosen[0] && (dimension == chosen[1] || chosen[0] == chosen[1])));
            var names = Segments(other, random);
            var (start, end) = round % 2 == 0 ? (from, to) : Days(random);
            var period = round % 2 == 0 ? new QuestionPeriod("all", "", "") : new QuestionPeriod("days", start, end);

            var found = engine.Ask<Advised[]>(new { Effort = by, Segments = new Dictionary<string, string[]>(StringComparer.Ordinal) { [other] = names }, Period = period }).OrderBy(one => one.Segment, StringComparer.Ordinal).ToList();

            var expected = Expected(by, $"a.{other} in ({string.Join(", ", names.Select(Text))})", start, end);
            var where = $"by {by} of {string.Join(", ", names)} from {start} to {end}: ";
            Assert.Equal(where + string.Join(" | ", expected.Select(one => one.Told)), where + string.Join(" | ", found.Select(one => one.Told)));
            foreach (var (wanted, one) in expected.Zip(found))
            {
                Assert.Equal(wanted.Basket!.Value, one.Basket!.Value, 1e-6);
                Assert.Equal(wanted.WinRate?.Value ?? -1, one.WinRate?.Value ?? -1, 1e-6);
            }
            advised.AddRange(found.Select(one => one.Advice ?? ""));
        }
        Assert.All(["campaign", "inside sales", ""], advice => Assert.True(advised.Count(one => one == advice) > 5, $"'{advice}' is hardly ever advised."));
    }

    private List<Advised> Expected(string by, string met, string start, string end) => EngineTests.Rows(sample.Built.Warehouse, $"""
        with sold as (
          select a.{by} as segment, f.account_id, f.amount::double as amount
          from core.sales as f join core.accounts as a on a.account_id = f.account_id
          where {met} and f.sold_at >= date '{start}' and f.sold_at < date '{end}' and f.amount > 0),
        closed as (
          select a.{by} as segment, (f.outcome = 'won')::int as won
          from core.opportunities as f join core.accounts as a on a.account_id = f.account_id
          where {met} and f.closed_at >= date '{start}' and f.closed_at < date '{end}' and f.outcome <> 'open'),
        baskets as (select segment, count(distinct account_id) as customers, round(avg(amount), 6) as basket from sold where segment is not null group by segment),
        rates as (select segment, round(avg(won), 6) as win_rate from closed group by segment),
        usual as (select round(avg(amount), 6) as basket, (select round(avg(won), 6) from closed) as win_rate from sold)
        select b.segment, b.customers, b.basket, r.win_rate,
          case when b.basket < u.basket and r.win_rate > u.win_rate then 'inside sales' when b.basket > u.basket and r.win_rate < u.win_rate then 'campaign' end as advice
        from baskets as b left join rates as r using (segment) cross join usual as u
        """, Advised.Read).OrderBy(one => one.Segment, StringComparer.Ordinal).ToList();

    private string[] Segments(string dimension, Random random)
    {
        var all = EngineTests.Rows(sample.Built.Warehouse, $"select distinct {dimension} as x from core.accounts where {dimension} is not null order by x", row => row.GetString(0));
        return [.. random.GetItems(all.ToArray(), 1 + random.Next(3)).Distinct(StringComparer.Ordinal)];
    }

    private static (string Start, string End) Days(Random random)
    {
        var start = new DateOnly(2023, 1, 1).AddDays(random.Next(600));
        return (Day(start), Day(start.AddDays(120 + random.Next(400))));
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Text(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private sealed record Rate(double Value);

    private sealed record Advised(string Segment, long Customers, Rate? Basket, Rate? WinRate, string? Advice)
    {
        public (string Segment, long Customers, string? Advice) Told => (Segment, Customers, Advice);

        public static Advised Read(DbDataReader row) =>
            new(row.GetString(0), row.GetInt64(1), new Rate(row.GetDouble(2)), row.IsDBNull(3) ? null : new Rate(row.GetDouble(3)), row.IsDBNull(4) ? null : row.GetString(4));
    }
}
