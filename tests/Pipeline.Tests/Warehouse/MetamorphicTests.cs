using System.Globalization;
using Analytics.Pipeline.Warehouse;
using Dapper;

namespace Analytics.Pipeline.Tests.Warehouse;

/// <summary>One small company, told in another way: what must not change does not, what must change changes exactly so.</summary>
public sealed class MetamorphicTests : IDisposable
{
    private static readonly DateOnly s_asOf = new(2026, 12, 31);
    private static readonly string[] s_dates = ["date", "created", "closed", "detected", "month", "start date", "end date", "promised date", "delivery date", "resolved"];
    private static readonly string[] s_amounts = ["amount", "cost", "hourly cost", "target"];
    private readonly List<TemporaryFolder> _folders = [];

    [Fact]
    public void The_order_of_rows_says_nothing() =>
        Assert.Equal(Figures(Company()), Figures(Company().Select(t => t with { Rows = [.. t.Rows.Reverse()] })));

    [Fact]
    public void A_file_cut_in_two_is_the_same_file() =>
        Assert.Equal(Figures(Company()), Figures(Company().SelectMany(t => new[]
        {
            t with { Rows = [.. t.Rows.Where((_, i) => i % 2 == 0)] },
            t with { Name = t.Name.Replace(".csv", " 2.csv", StringComparison.Ordinal), Rows = [.. t.Rows.Where((_, i) => i % 2 == 1)] },
        })));

    [Fact]
    public void A_year_later_is_a_year_later()
    {
        var later = Figures(Company().Select(t => t.With(s_dates, date => DateOnly.Parse(date, CultureInfo.InvariantCulture).AddYears(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))), 1);
        Assert.Equal(Figures(Company()), later);
    }

    [Fact]
    public void A_hundredfold_of_every_amount_is_a_hundredfold_of_amounts_and_of_nothing_else()
    {
        var before = Values(Company());
        var after = Values(Company().Select(t => t.With(s_amounts, amount => (decimal.Parse(amount, CultureInfo.InvariantCulture) * 100).ToString(CultureInfo.InvariantCulture))));
        Assert.Equal(before.Select(b => b.Key), after.Select(a => a.Key));
        Assert.True(before.Count > 1000);
        Assert.All(before.Zip(after), pair =>
        {
            var factor = pair.First.Unit == "amount" ? 100 : 1;
            Assert.True(Near(pair.First.Value * factor, pair.Second.Value) && Near(pair.First.Low * factor, pair.Second.Low) && Near(pair.First.High * factor, pair.Second.High),
                $"{pair.First} became {pair.Second}");
        });
    }

    [Fact]
    public void Customers_computed_in_three_parts_are_the_customers_computed_at_once()
    {
        using var whole = Build(Company(), 0);
        using var parts = Build(Company(), 0, shards: 3);
        var tables = SqlScript.Folder("per_customer").Select(s => s.Table).Append("marts.kpis").Append("marts.customers").ToList();
        Assert.True(SqlScript.Folder("per_customer").Count(s => s.Header.ContainsKey("shards")) > 15);
        Assert.All(tables, table =>
        {
            whole.Connection.Execute($"attach if not exists '{parts.Connection.DataSource}' as parts (read_only)");
            Assert.Equal(0, whole.Connection.ExecuteScalar<long>($"select count(*) from (from {table} except all from parts.{table})"));
            Assert.Equal(0, whole.Connection.ExecuteScalar<long>($"select count(*) from (from parts.{table} except all from {table})"));
        });
        Assert.True(whole.Connection.ExecuteScalar<long>("select count(*) from per_customer.amount_features") > 0);
    }

    public void Dispose() => _folders.ForEach(f => f.Dispose());

    private static bool Near(double? expected, double? found) =>
        expected is null == found is null && (expected is null || Math.Abs(expected.Value - found!.Value) <= 1e-9 * Math.Max(1, Math.Abs(expected.Value)));

    /// <summary>Every figure of the warehouse, digit by digit, its days moved back by so many years.</summary>
    private List<string> Figures(IEnumerable<Table> company, int years = 0)
    {
        using var w = Build(company, years);
        var figures = w.Connection.Query<string>(
            $"""
            select concat_ws('|', kpi, dimension, segment, owner_id, period, (period_start - interval {years} year)::date, (period_end - interval {years} year)::date,
              numerator, denominator, value, n, excluded, low, high)
            from marts.kpis where value is not null order by 1
            """).ToList();
        Assert.True(figures.Count > 1000);
        Assert.True(w.Connection.ExecuteScalar<long>("select count(distinct kpi) from marts.kpis where value is not null") > 75);
        return figures;
    }

    private List<Figure> Values(IEnumerable<Table> company)
    {
        using var w = Build(company, 0);
        return w.Connection.Query<Figure>(
            """
            select concat_ws('|', kpi, dimension, segment, k.owner_id, period, period_start) as Key, c.unit as Unit, k.value as Value, k.low as Low, k.high as High
            from marts.kpis as k join marts.kpi_catalog as c using (kpi) where value is not null order by 1
            """).ToList();
    }

    private BuiltWarehouse Build(IEnumerable<Table> company, int years, int? shards = null)
    {
        var folder = new TemporaryFolder();
        _folders.Add(folder);
        foreach (var table in company)
            folder.Write(table.Name, string.Join('\n', table.Rows.Select(r => string.Join(',', r)).Prepend(string.Join(',', table.Header))) + "\n");
        return new(folder.Path, s_asOf.AddYears(years), shards);
    }

    /// <summary>No leap day lies in the three years, so that a year later has the same gaps.</summary>
    private static List<Table> Company()
    {
        var random = new Random(11);
        string Day(int from, int to) => new DateOnly(2025, 1, 1).AddDays(random.Next(from, to)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        string Later(string day, int most) => DateOnly.Parse(day, CultureInfo.InvariantCulture).AddDays(random.Next(most)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        string Money(int most) => (random.Next(100, most * 100) / 100m).ToString(CultureInfo.InvariantCulture);
        string One(params string[] of) => of[random.Next(of.Length)];
        string Customer() => $"A{random.Next(14)}";
        string Owner() => One("Ann", "Bob", "Cid");
        string[][] Rows(int count, Func<int, string[]> row) => [.. Enumerable.Range(0, count).Select(row)];
        return
        [
            new("owners.csv", ["id", "name", "team", "hourly cost"], Rows(3, i => [$"w{i}", ((string[])["Ann", "Bob", "Cid"])[i], i < 2 ? "North" : "South", Money(60)])),
            new("products.csv", ["id", "name", "family"], Rows(4, i => [$"p{i}", $"Product {i}", i < 2 ? "F" : "G"])),
            new("accounts.csv", ["id", "name", "sector", "region", "owner", "created"], Rows(20, i => [$"A{i}", $"A{i}", One("Retail", "Health"), One("East", "West"), Owner(), Day(0, 300)])),
            new("orders.csv", ["order id", "customer id", "product", "sales rep", "date", "amount", "cost", "promised date", "delivery date"], Rows(150, i =>
            {
                var (day, amount) = (Day(20, 720), Money(900));
                return [$"o{i}", Customer(), $"Product {random.Next(4)}", Owner(), day, i % 20 == 7 ? "-" + amount : amount, Money(100), Later(day, 20), Later(day, 30)];
            })),
            new("opportunities.csv", ["opportunity id", "customer id", "sales rep", "product", "created", "closed", "stage", "amount"], Rows(60, i =>
            {
                var day = Day(0, 600);
                return [$"d{i}", $"A{random.Next(20)}", Owner(), $"Product {random.Next(4)}", day, i % 5 == 0 ? "" : Later(day, 90), i % 5 == 0 ? "Proposal" : One("Won", "Lost"), Money(2000)];
            })),
            new("activities.csv", ["id", "type", "customer id", "sales rep", "date", "duration", "reached"], Rows(120, i => [$"t{i}", One("Call", "E-mail", "Visit", "Meeting"), $"A{random.Next(20)}", Owner(), Day(0, 720), $"{random.Next(5, 90)}", One("yes", "no")])),
            new("leads.csv", ["lead id", "company", "detected", "channel"], Rows(30, i => [$"l{i}", $"A{random.Next(20)}", Day(0, 600), One("Web", "Fair")])),
            new("marketing spend.csv", ["date", "channel", "amount"], Rows(24, i => [Day(0, 720), One("Web", "Fair"), Money(500)])),
            new("quotes.csv", ["quote id", "customer id", "sales rep", "sent date", "amount"], Rows(20, i => [$"q{i}", $"A{random.Next(20)}", Owner(), Day(0, 720), Money(900)])),
            new("targets.csv", ["month", "sales rep", "metric", "target"], Rows(24, i => [new DateOnly(2025, 1, 1).AddMonths(i).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Owner(), i % 2 == 0 ? "CA" : "Marge", Money(900)])),
            new("complaints.csv", ["complaint id", "customer id", "complaint date", "reason", "resolved"], Rows(12, i =>
            {
                var day = Day(20, 700);
                return [$"k{i}", Customer(), day, One("Late", "Broken"), Later(day, 20)];
            })),
            new("surveys.csv", ["response id", "customer id", "response date", "score"], Rows(20, i => [$"s{i}", Customer(), Day(20, 720), $"{random.Next(11)}"])),
            new("contracts.csv", ["contract id", "customer id", "start date", "end date"], Rows(12, i =>
            {
                var day = Day(0, 400);
                return [$"c{i}", Customer(), day, i % 4 == 0 ? "" : Later(day, 300)];
            })),
        ];
    }

    private sealed record Table(string Name, string[] Header, string[][] Rows)
    {
        public Table With(string[] columns, Func<string, string> change) => this with
        {
            Rows = [.. Rows.Select(row => row.Select((cell, i) => cell.Length > 0 && Is(columns, Header[i]) ? change(cell) : cell).ToArray())],
        };

        private static bool Is(string[] columns, string header) => columns.Any(c => header == c || header.EndsWith(" date", StringComparison.Ordinal) && c == "date");
    }

    private sealed record Figure(string Key, string Unit, double? Value, double? Low, double? High);
}
