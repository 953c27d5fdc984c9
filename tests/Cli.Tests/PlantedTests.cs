using System.Text.Json;
using Analytics.Models;
using Analytics.Pipeline;
using Analytics.Pipeline.Sample;
using Dapper;

namespace Analytics.Cli.Tests;

/// <summary>What the sample's maker planted, and says in truth.json, is found again by the figures, the lists and the models.</summary>
public sealed class PlantedTests : IClassFixture<PlantedTests.Scored>
{
    private readonly Scored _scored;

    public PlantedTests(Scored scored) => _scored = scored;

    public sealed class Scored : IDisposable
    {
        private readonly CommandLine _place = new();
        private readonly WarehouseBuild _build;

        public Scored()
        {
            SampleCompany.Write(_place.At("exports"));
            Truth = JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(_place.At("exports/truth.json")));
            _build = WarehouseBuild.Begin(new() { Exports = _place.At("exports"), Output = _place.At("out") });
            _build.LoadFiles();
            _build.ComputeMarts();
            Report = Prediction.Assess(_build.Connection, new ChurnOptions { Resamples = 100 });
        }

        public JsonElement Truth { get; }

        public PredictionReport Report { get; }

        public IReadOnlyList<T> Rows<T>(string sql, object? arguments = null) => _build.Connection.Query<T>(sql, arguments).ToList();

        public void Dispose()
        {
            _build.Dispose();
            _place.Dispose();
        }
    }

    [Theory]
    [InlineData("sector")]
    [InlineData("channel")]
    [InlineData("owner")]
    public void Every_segment_wins_as_often_as_it_was_given_to(string dimension) => Assert.All(Segments(dimension), truth =>
    {
        var (won, closed) = Kpi("win_rate_closed_by_count", dimension, truth.Name);
        Assert.Equal((truth["won"], truth["closed"]), (won, closed));
        Assert.InRange(won - truth["chances"], -4 * Math.Sqrt(truth["variance"]), 4 * Math.Sqrt(truth["variance"]));
    });

    [Fact]
    public void Every_sector_buys_baskets_as_large_as_it_was_given_to()
    {
        var sectors = Segments("sector");
        Assert.All(sectors, truth => Assert.InRange(Kpi("basket_per_order", "sector", truth.Name).Numerator / truth["revenue"], 0.98, 1));
        Assert.Equal(sectors.OrderBy(s => s["revenue"] / s["orders"]).Select(s => s.Name), sectors.OrderBy(s => Value("basket_per_order", "sector", s.Name)).Select(s => s.Name));
    }

    [Fact]
    public void Channels_cost_per_customer_what_was_spent_on_them()
    {
        var channels = Segments("channel");
        Assert.All(channels, truth => Assert.InRange(Kpi("cac", "channel", truth.Name).Numerator / (truth["spend"] + truth["prospecting_cost"]), 0.97, 1.03));
        Assert.Equal(channels.OrderBy(c => (c["spend"] + c["prospecting_cost"]) / c["new_customers"]).Select(c => c.Name), channels.OrderBy(c => Value("cac", "channel", c.Name)).Select(c => c.Name));
    }

    /// <summary>Spend is known by channel: a sector bears its share of each channel's leads.</summary>
    [Fact]
    public void Sectors_cost_per_customer_what_it_took_to_win_them()
    {
        var sectors = Segments("sector");
        Assert.All(sectors, truth => Assert.InRange(Kpi("cac", "sector", truth.Name).Numerator / (truth["spend"] + truth["prospecting_cost"]), 0.9, 1.1));
        double Cost(Segment s) => (s["spend"] + s["prospecting_cost"]) / s["new_customers"];
        var apart = (from dear in sectors from cheap in sectors where Cost(dear) > 1.15 * Cost(cheap) select (dear, cheap)).ToList();
        Assert.True(apart.Count >= 8);
        Assert.All(apart, pair => Assert.True(Value("cac", "sector", pair.dear.Name) > Value("cac", "sector", pair.cheap.Name), $"{pair}"));
    }

    [Fact]
    public void Hunters_and_farmers_are_told_apart() => Assert.Equal(
        Planted("owner", "profile").OrderBy(o => o.Name).Select(o => (o.Name, o.Value.GetString()!)),
        _scored.Rows<(string, string)>("select name, profile from marts.owner_profiles where profile is not null order by name collate nocase").OrderBy(o => o.Item1));

    [Fact]
    public void The_cause_that_was_planted_most_is_named_first_and_as_more_than_noise()
    {
        var planted = _scored.Truth.GetProperty("churn_causes").EnumerateArray().MaxBy(c => c.GetProperty("leaving").GetDouble());
        var (cause, lost, kept, certain) = _scored.Rows<(string, double, double, bool)>(
            "select cause, share_of_lost, share_of_kept, is_more_than_noise from marts.loss_causes order by share_of_lost desc limit 1").Single();
        Assert.Equal((planted.GetProperty("cause").GetString(), true), (cause, certain));
        Assert.InRange(lost / kept, 2, planted.GetProperty("leaving").GetDouble() / planted.GetProperty("staying").GetDouble() * 2);
    }

    [Theory]
    [InlineData("win_rate")]
    [InlineData("retention")]
    public void Niches_are_where_they_were_planted(string measure)
    {
        var planted = _scored.Truth.GetProperty("niches").GetProperty(measure).EnumerateArray().Select(n => n.GetString()!).ToList();
        var tried = _scored.Rows<(string Sector, bool IsBetter, double Effect)>("select segment, is_better, effect from marts.niches where measure = $measure and dimension = 'sector'", new { measure });
        Assert.All(tried.Where(n => n.IsBetter), n => Assert.Contains(n.Sector, planted));
        Assert.All(tried.Where(n => planted.Contains(n.Sector)), n => Assert.True(n.Effect > 0));
    }

    [Fact]
    public void The_likeliest_tenth_holds_three_times_its_share_of_those_that_will_spend_the_most()
    {
        var top = _scored.Truth.GetProperty("future").GetProperty("top").EnumerateArray().Select(c => c.GetString()!).ToHashSet(StringComparer.Ordinal);
        var ranked = _scored.Report.Potential.Scores.OrderByDescending(s => s.PTop20).Select(s => s.AccountId).ToList();
        var tenth = ranked.Take(ranked.Count / 10).ToList();
        Assert.InRange(tenth.Count(top.Contains) / (double)tenth.Count / (ranked.Count(top.Contains) / (double)ranked.Count), 3, 10);
    }

    [Fact]
    public void Customers_that_grow_every_year_are_seen_rising()
    {
        var growing = _scored.Truth.GetProperty("future").GetProperty("rising").EnumerateArray().Select(c => c.GetString()!).ToHashSet(StringComparer.Ordinal);
        var trends = _scored.Rows<(string Account, string Trend)>("select account_id, trend from marts.customers where lost_at is null and trend is not null");
        double Rising(bool planted) => trends.Where(t => growing.Contains(t.Account) == planted).Average(t => t.Trend == "rising" ? 1 : 0);
        Assert.True(Rising(planted: true) > 1.5 * Rising(planted: false));
    }

    [Fact]
    public void Companies_entered_twice_are_proposed_as_one()
    {
        var planted = _scored.Truth.GetProperty("entered_twice").EnumerateArray().Select(p => (p[0].GetString()!, p[1].GetString()!)).ToHashSet();
        var found = _scored.Rows<(string, string)>("select account_1, account_2 from marts.duplicates where relation = 'duplicate' and probability >= 0.5");
        Assert.InRange(found.Count(planted.Contains) / (double)found.Count, 0.9, 1);
        Assert.InRange(found.Count(planted.Contains) / (double)planted.Count, 0.8, 1);
    }

    [Fact]
    public void People_contracts_and_deliveries_are_all_there()
    {
        long Count(string sql) => _scored.Rows<long>(sql).Single();
        double Truth(string of, string name) => _scored.Truth.GetProperty(of).GetProperty(name).GetDouble();
        Assert.Equal(Truth("contacts", "people"), Count("select count(*) from core.contacts"));
        Assert.Equal(Truth("contacts", "consenting"), Count("select count(*) from core.contacts where consent"));
        Assert.Equal(Truth("contracts", "terms"), Count("select count(*) from core.contracts"));
        var late = Count("select count(*) from core.orders where delivered_at > promised_at") / (double)Count("select count(*) from core.orders where delivered_at is not null");
        Assert.InRange(late / (Truth("deliveries", "late") / Truth("deliveries", "orders")), 0.9, 1.1);
    }

    [Fact]
    public void Deliveries_are_late_as_often_as_they_were_made_to_be()
    {
        double Truth(string name) => _scored.Truth.GetProperty("deliveries").GetProperty(name).GetDouble();
        var (low, high) = _scored.Rows<(double, double)>("select low, high from marts.kpis where kpi = 'late_delivery_rate' and dimension = 'all' and period = 'all' and owner_id is null").Single();
        Assert.InRange(Truth("late") / Truth("orders"), low, high);

        // Those who stay, and the last orders of those who left, each as late as was planted for them. It was planted in the half year before they left:
        // the last order of one who bought more seldom may be older.
        Within(Truth("late_staying"), "c.lost_at is null");
        Within(Truth("late_leaving"), "c.lost_at is not null and c.usual_gap <= 90 and s.sold_at = c.last_order");
        Assert.True(_scored.Rows<bool>("select is_more_than_noise and share_of_lost > share_of_kept from marts.loss_changes where change = 'late_delivery'").Single());

        void Within(double planted, string whose)
        {
            var (from, to) = _scored.Rows<(double, double)>($"""
                select wilson_low(count(*) filter (where d.is_late), count(*)), wilson_high(count(*) filter (where d.is_late), count(*))
                from core.deliveries as d join core.sales as s on s.sale_id = d.sale_id join marts.customers as c on c.account_id = s.account_id
                where {whose}
                """).Single();
            Assert.InRange(planted, from, to);
        }
    }

    [Fact]
    public void Contracts_are_signed_and_given_up_as_often_as_was_planted()
    {
        double Truth(string name) => _scored.Truth.GetProperty("contracts").GetProperty(name).GetDouble();
        var (low, high) = _scored.Rows<(double, double)>("""
            select wilson_low(count(k.account_id), count(*)), wilson_high(count(k.account_id), count(*))
            from marts.customers as c left join (select distinct account_id from core.contracts) as k on k.account_id = c.account_id
            """).Single();
        Assert.InRange(Truth("under_contract"), low, high);

        // A term of a year is given up where it is not renewed, or where the customer has left by then.
        var loss = Planted("sector", "yearly_loss").ToDictionary(s => s.Name, s => s.Value.GetDouble(), StringComparer.Ordinal);
        var years = _scored.Rows<(DateTime Start, double Customers, double Low, double High)>(
            "select period_start, denominator::double, low, high from marts.kpis where kpi = 'contract_attrition' and dimension = 'all' and period = 'year' and owner_id is null and denominator > 30 order by period_start");
        Assert.NotEmpty(years);
        Assert.All(years, year =>
        {
            var given = _scored.Rows<(string Sector, double Customers)>(
                "select segment, denominator::double from marts.kpis where kpi = 'contract_attrition' and dimension = 'sector' and period = 'year' and owner_id is null and period_start = $Start", new { year.Start })
                .Sum(sector => sector.Customers * (1 - (1 - Truth("not_renewed")) * (1 - loss[sector.Sector])));
            Assert.InRange(given / year.Customers, year.Low, year.High);
        });
    }

    [Fact]
    public void Silence_against_the_rhythm_and_complaints_are_among_the_first_reasons_of_those_likely_to_leave()
    {
        var likeliest = _scored.Report.Churn.Scores.OrderByDescending(score => score.PChurn).Take(20).ToList();
        var reasons = likeliest.SelectMany(score => score.Reasons.Take(4).Where(reason => reason.Contribution > 0)).GroupBy(reason => reason.Feature, StringComparer.Ordinal).OrderByDescending(group => group.Count()).ToList();

        Assert.Contains("overdue", reasons.Take(3).Select(group => group.Key));
        Assert.Contains(reasons.Take(6), group => group.Key.StartsWith("complaints", StringComparison.Ordinal));
    }

    [Fact]
    public void The_likeliest_tenth_held_three_times_its_share_of_the_top_fifth_at_past_dates() =>
        Assert.InRange(_scored.Report.Potential.Card.Single(row => row.Metric == "lift_decile_01").Value!.Value, 3, 5);

    [Fact]
    public void Who_may_enter_or_leave_the_top_fifth_has_reasons_in_both_languages()
    {
        var named = _scored.Report.Potential.Scores.Where(score => score.Future2080 || score.FallingStar).ToList();

        Assert.NotEmpty(named);
        Assert.All(named, score => Assert.NotEmpty(score.Reasons));
        Assert.All(named.SelectMany(score => score.Reasons), reason => Assert.True(reason.LabelEn.Length > 0 && reason.LabelFr.Length > 0 && !reason.LabelFr.Contains('_')));
    }

    [Fact]
    public void A_value_is_less_than_the_amount_that_it_discounts() => Assert.All(
        _scored.Report.Potential.Scores.Where(score => score.ExpectedAmount > 1),
        score => Assert.InRange(score.Clv!.Value, score.ExpectedAmount!.Value * 0.9, score.ExpectedAmount.Value));

    [Fact]
    public void The_chances_share_out_a_fifth_of_the_places_at_most() =>
        Assert.InRange(_scored.Report.Potential.Scores.Sum(score => score.PTop20), 1, _scored.Report.Potential.Scores.Count / 5.0 + 1e-6);

    private List<Segment> Segments(string dimension) => _scored.Truth.GetProperty("segments").GetProperty(dimension).EnumerateArray()
        .Select(s => new Segment(s.GetProperty("segment").GetString()!, s.GetProperty("happened"))).ToList();

    private IEnumerable<(string Name, JsonElement Value)> Planted(string dimension, string name) => _scored.Truth.GetProperty("segments").GetProperty(dimension).EnumerateArray()
        .Select(s => (s.GetProperty("segment").GetString()!, s.GetProperty("planted").GetProperty(name)));

    private (double Numerator, double Denominator) Kpi(string kpi, string dimension, string segment) => dimension == "owner"
        ? _scored.Rows<(double, double)>("select k.numerator::double, k.denominator::double from marts.kpis as k join core.owners as o on o.owner_id = k.owner_id where kpi = $kpi and dimension = 'all' and period = 'all' and o.name = $segment", new { kpi, segment }).Single()
        : _scored.Rows<(double, double)>("select numerator::double, denominator::double from marts.kpis where kpi = $kpi and dimension = $dimension and segment = $segment and period = 'all' and owner_id is null", new { kpi, dimension, segment }).Single();

    private double Value(string kpi, string dimension, string segment) => Kpi(kpi, dimension, segment) is var (numerator, denominator) ? numerator / denominator : double.NaN;

    private sealed record Segment(string Name, JsonElement Happened)
    {
        public double this[string name] => Happened.GetProperty(name).GetDouble();
    }
}
