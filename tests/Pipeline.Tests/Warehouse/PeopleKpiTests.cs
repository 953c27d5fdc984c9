using Dapper;

namespace Analytics.Pipeline.Tests.Warehouse;

/// <summary>What owners do, what customers say, and where the company wins, computed on paper.</summary>
public sealed class PeopleKpiTests : IDisposable
{
    private readonly TemporaryFolder _exports = new();

    public PeopleKpiTests()
    {
        _exports.Write("orders.csv", "order id,account,owner,date,amount\no1,A,Ann,2025-01-10,100\no2,B,Bob,2025-01-20,50\no3,A,Ann,2025-03-31,10\n");
        _exports.Write("activities.csv", """
            activity type,date,account,owner,duration,reached
            Call,2025-01-05,A,Ann,10,yes
            Call,2025-01-06,C,Ann,20,no
            Appel sortant,2025-01-07,C,Ann,10,
            Meeting,2025-01-09,A,Ann,60,
            Rendez-vous,2025-02-01,A,Ann,30,
            Visit,2025-02-10,B,Bob,45,
            E-mail,2025-02-11,B,Bob,5,

            """);
        _exports.Write("complaints.csv", "ticket id,account,opened,reason\nt1,A,2025-02-01,Late\nt2,A,2025-03-01,Late\nt3,B,2025-03-02,Price\n");
        _exports.Write("surveys.csv", """
            response id,account,response date,score
            s1,A,2025-02-01,9
            s2,A,2025-03-01,10
            s3,B,2025-03-01,6
            s4,B,2025-03-02,3
            s5,B,2025-03-03,12

            """);
    }

    [Fact]
    public void Activities_are_counted_by_what_they_were()
    {
        using var w = new BuiltWarehouse(_exports.Path);
        Assert.Equal(3, w.Kpi("calls"));
        Assert.Equal(1, w.Kpi("emails"));
        Assert.Equal(1, w.Kpi("visits"));
        // A became a customer on 10 January, between its two meetings.
        Assert.Equal(1, w.Kpi("meetings_with_prospects"));
        Assert.Equal(1, w.Kpi("meetings_with_customers"));
        // One call does not say whether it reached anyone.
        Assert.Equal(1 / 2.0, w.Kpi("calls_reached"));
        Assert.Equal(3, w.Kpi("calls", "owner", "Ann"));
        Assert.All(w.Checks, c => Assert.Equal(0, c.Failures));
    }

    [Fact]
    public void Hunters_spend_their_time_on_prospects()
    {
        using var w = new BuiltWarehouse(_exports.Path);
        // Ann: 100 of 130 minutes; Bob: none of 50, while all his revenue is from a customer of the year.
        Assert.Equal([("Ann", "hunter", false), ("Bob", "farmer", true)], w.Connection.Query<(string, string, bool)>(
            "select name, profile, time_and_money_disagree from marts.owner_profiles order by name"));
        Assert.Equal(100 / 180.0, w.Kpi("prospecting_time"));
    }

    // Within the year: Ann earns 50 of A, who is new, and 50 of E, who is not; Bob 10 of B and loses 60 on D; Cy earns 20 of an old customer alone.
    private const string Sales = """
        order id,account,owner,date,amount,cost
        o1,E,Ann,2023-06-01,500,{0}
        o2,E,Ann,2025-01-15,900,850
        o3,A,Ann,2025-01-10,100,50
        o4,E,Ann,2025-03-31,-10,
        o5,B,Bob,2023-06-01,50,10
        o6,B,Bob,2025-02-01,50,40
        o7,D,Bob,2025-02-05,50,110
        o8,F,Cy,2023-06-01,30,20
        o9,F,Cy,2025-02-01,30,10

        """;

    [Fact]
    public void Time_is_set_against_where_the_margin_comes_from_where_each_sale_has_its_cost()
    {
        Assert.Equal(
            [("Ann", true, 100m, 50 / 100.0, false), ("Bob", true, -50m, null, null), ("Cy", true, 20m, 0.0, true)], Profiles(cost: "400"));
    }

    [Fact]
    public void Time_is_set_against_where_revenue_comes_from_where_a_sale_has_no_cost()
    {
        Assert.Equal(
            [("Ann", false, null, 100 / 990.0, true), ("Bob", false, null, 50 / 100.0, true), ("Cy", false, null, 0.0, true)], Profiles(cost: ""));
    }

    [Fact]
    public void The_hunters_share_is_the_margin_of_those_who_came_within_the_year()
    {
        _exports.Write("orders.csv", Sales.Replace("{0}", "400", StringComparison.Ordinal));
        using var w = new BuiltWarehouse(_exports.Path);
        // Ann 50 of 100, Bob −60 of −50, Cy 0 of 20: D loses 60 and is new.
        Assert.Equal([("Ann", 0.5), ("Bob", null), ("Cy", 0), (null, -10 / 70.0)], w.Connection.Query<(string?, double?)>(
            "select owner_id, value from marts.kpis where kpi = 'new_customer_share' order by owner_id nulls last"));
    }

    private IEnumerable<(string, bool, decimal?, double?, bool?)> Profiles(string cost)
    {
        _exports.Write("orders.csv", Sales.Replace("{0}", cost, StringComparison.Ordinal));
        _exports.Write("more activities.csv", "activity type,date,account,owner,duration\nCall,2025-02-12,G,Cy,15\n");
        using var w = new BuiltWarehouse(_exports.Path);
        return w.Connection.Query<(string, bool, decimal?, double?, bool?)>(
            "select name, is_margin, margin, new_share, time_and_money_disagree from marts.owner_profiles where name <> '(unknown)' order by name");
    }

    [Fact]
    public void A_sale_that_names_no_owner_is_its_accounts_owners()
    {
        using var exports = new TemporaryFolder();
        exports.Write("accounts.csv", "account id,company name,owner\nA,Acme,Ann\nB,Beta,Bob\n");
        exports.Write("orders.csv", "order id,account id,owner,date,amount\no1,A,,2025-01-10,100\no2,B,Ann,2025-01-20,50\no3,C,,2025-01-21,7\n");
        using var w = new BuiltWarehouse(exports.Path);
        Assert.Equal(150, w.Kpi("revenue", "owner", "Ann"));
        Assert.Null(w.Kpi("revenue", "owner", "Bob"));
        Assert.Equal(7, w.Kpi("revenue", "owner", "(unknown)"));
    }

    [Fact]
    public void Complaints_are_set_against_orders()
    {
        using var w = new BuiltWarehouse(_exports.Path);
        Assert.Equal(3, w.Kpi("complaints"));
        Assert.Equal(3 / 3.0, w.Kpi("complaints_per_order"));
        Assert.Equal(0, w.Kpi("complaints_per_order", period: "month", start: new DateOnly(2025, 1, 1)));
    }

    [Fact]
    public void Scores_outside_their_scale_are_left_out()
    {
        using var w = new BuiltWarehouse(_exports.Path);
        Assert.Equal((9 + 10 + 6 + 3) / 4.0, w.Kpi("satisfaction"));
        Assert.Equal(0, w.Kpi("net_promoter_score"));
        Assert.Equal(1, w.Connection.ExecuteScalar<long>("select excluded from marts.kpis where kpi = 'satisfaction' and dimension = 'all' and period = 'all' and owner_id is null"));
    }

    [Fact]
    public void The_net_promoter_score_has_the_interval_of_a_mean_of_ones()
    {
        _exports.Write("surveys.csv", "response id,account,response date,score\n" + string.Join("\n", new[] { 9, 9, 10, 10, 9, 7, 8, 2 }.Select((score, i) => $"s{i},A,2025-02-01,{score}")));
        using var w = new BuiltWarehouse(_exports.Path);
        // Five ones, two zeros and minus one: a standard deviation of √(4/7), and Student's t of 2.365 for seven degrees of freedom; no score is above 1.
        var (low, high) = w.Connection.QuerySingle<(double, double)>("select low, high from marts.kpis where kpi = 'net_promoter_score' and dimension = 'all' and period = 'all' and owner_id is null");
        Assert.Equal(0.5 - (2.365 * Math.Sqrt(4 / 7d) / Math.Sqrt(8)), low, 3);
        Assert.Equal(1, high);
    }

    [Fact]
    public void Complaints_are_resolved_in_days_and_the_open_ones_are_left_out()
    {
        _exports.Write("complaints.csv", "ticket id,account,opened,reason,resolved\nt1,A,2025-02-01,Late,2025-02-05\nt2,A,2025-03-01,Late,2025-03-11\nt3,B,2025-03-02,Price,\nt4,B,2025-03-02,Price,2025-02-01\n");
        using var w = new BuiltWarehouse(_exports.Path);
        Assert.Equal((4 + 10) / 2.0, w.Kpi("complaint_resolution"));
        Assert.Equal(2, w.Connection.ExecuteScalar<long>("select excluded from marts.kpis where kpi = 'complaint_resolution' and dimension = 'all' and period = 'all' and owner_id is null"));
    }

    // Breslow and Day (1987), table 2.10: the exact limits for 10 events are 4.80 and 18.39; Byar's differ in the third figure.
    [Theory]
    [InlineData(0, 0, 3.69)]
    [InlineData(10, 4.80, 18.39)]
    [InlineData(100, 81.36, 121.63)]
    public void A_count_of_events_has_byars_interval(int events, double low, double high)
    {
        using var w = new BuiltWarehouse(_exports.Path);
        Assert.Equal((low, high), w.Connection.QuerySingle<(double, double)>("select count_low($events::double), count_high($events::double)", new { events }), (a, b) => Math.Abs(a.Item1 - b.Item1) < 0.07 && Math.Abs(a.Item2 - b.Item2) < 0.07);
    }

    [Fact]
    public void The_last_answer_before_a_loss_is_set_against_the_loss()
    {
        using var w = new BuiltWarehouse(_exports.Path, new DateOnly(2026, 2, 1));
        // B, whose last readable answer is a 3, is lost on 2026-01-20; A, who gave a 10, still buys.
        Assert.Equal([("detractor", 1L, 1L), ("promoter", 1, 0)], w.Connection.Query<(string, long, long)>(
            "select answer, customers, lost from marts.satisfaction_outcomes order by answer"));
    }

    [Fact]
    public void An_owner_does_not_stand_out_in_what_accounts_become_by_buying()
    {
        using var exports = new TemporaryFolder();
        exports.Write("opportunities.csv", "opportunity id,account,owner,sector,created,close date,stage,amount\n" + string.Join("\n",
            Enumerable.Range(0, 12).Select(i => $"o{i},A{i},{(i % 2 == 0 ? "Ann" : "Bob")},Retail,2025-01-01,2025-02-01,{(i < 6 ? "Won" : "Lost")},10")));
        using var w = new BuiltWarehouse(exports.Path);
        Assert.Empty(w.Connection.Query<string>("select dimension from marts.owner_segments where dimension in ('rfm', 'quadrant') or is_above"));
        Assert.Equal(1, w.Connection.ExecuteScalar<long>("select count(*) from marts.kpis where kpi = 'win_rate_closed_by_count' and dimension = 'rfm' and period = 'all' and segment = '(unknown)' and owner_id is null and low = 0"));
    }

    [Fact]
    public void An_owners_win_rate_in_a_segment_is_drawn_to_the_segments()
    {
        using var exports = new TemporaryFolder();
        exports.Write("opportunities.csv", "opportunity id,account,owner,sector,created,close date,stage,amount\n" + string.Join("\n",
            Enumerable.Range(0, 20).Select(i => $"o{i},A{i},{(i < 5 ? "Ann" : "Bob")},Retail,2025-01-01,2025-02-01,{(i < 4 || i >= 14 ? "Won" : "Lost")},10")));
        using var w = new BuiltWarehouse(exports.Path);
        // Ann won 4 of 5 where all won 10 of 20: as if she had also closed ten more with the usual luck.
        Assert.Equal([("Ann", 9 / 15.0, 4 / 5.0), ("Bob", 11 / 25.0, 6 / 15.0), (null, 0.5, 0.5)], w.Connection.Query<(string?, double, double)>(
            "select owner_id, value, (numerator / denominator)::double from marts.kpis where kpi = 'win_rate_shrunk' and dimension = 'sector' order by owner_id nulls last"));
    }

    [Fact]
    public void Scores_out_of_five_count_as_much_as_scores_out_of_ten()
    {
        _exports.Write("surveys.csv", "response id,account,response date,score\ns1,A,2025-02-01,5\ns2,B,2025-02-02,4\n");
        using var w = new BuiltWarehouse(_exports.Path);
        Assert.Equal(9, w.Kpi("satisfaction"));
    }

    [Fact]
    public void What_was_recorded_before_a_loss_is_set_against_those_who_stayed()
    {
        using var w = new BuiltWarehouse(_exports.Path, new DateOnly(2026, 2, 1));
        // B is lost on 2026-01-20 after a year of silence; its complaint came within the year before, A's within the year before the as-of date.
        Assert.Equal([("Late", 0L, 1L, 1L, 1L), ("Price", 1, 1, 0, 1)], w.Connection.Query<(string, long, long, long, long)>(
            "select cause, lost_with, lost, kept_with, kept from marts.loss_causes order by cause"));
        Assert.Equal(1, w.Kpi("complained_before_loss"));
    }

    // Fisher (1935), The Design of Experiments, chapter II: the lady who tells four cups of eight.
    [Theory]
    [InlineData(4, 1 / 70.0)]
    [InlineData(3, 17 / 70.0)]
    [InlineData(0, 1)]
    public void Fishers_exact_test_is_that_of_the_lady_tasting_tea(int right, double chance)
    {
        using var w = new BuiltWarehouse(_exports.Path);
        Assert.Equal(chance, w.Connection.ExecuteScalar<double>("select fisher_above($right, 4, 4, 8)", new { right }), 9);
    }

    [Fact]
    public void A_niche_must_stand_out_among_all_that_were_tried()
    {
        _exports.Write("accounts.csv", "id,name,sector\nX,X,Best\nY,Y,Middle\nZ,Z,Worst\n");
        _exports.Write("opportunities.csv", "opportunity id,account id,created,close date,stage,amount\n" + string.Join("\n",
            from account in (string[])["X", "Y", "Z"]
            from i in Enumerable.Range(0, 10)
            let won = account == "X" || (account == "Y" && i < 5)
            select $"{account}{i},{account},2025-01-01,2025-02-01,{(won ? "Won" : "Lost")},1"));
        using var w = new BuiltWarehouse(_exports.Path);
        var niches = w.Connection.Query<(string, double, double, bool)>(
            "select segment, p_value, q_value, is_better from marts.niches where measure = 'win_rate' and dimension = 'sector' order by p_value").ToList();
        // Ten of ten where fifteen of thirty are won: C(15, 10) / C(30, 10); of three niches tried, three times as likely by chance.
        Assert.Equal(["Best", "Middle", "Worst"], niches.Select(n => n.Item1));
        Assert.Equal(3003 / 30045015.0, niches[0].Item2, 9);
        Assert.Equal(3 * 3003 / 30045015.0, niches[0].Item3, 9);
        Assert.Equal((1 + 3003.0 * 3003 / 30045015) / 2, niches[1].Item2, 9);
        Assert.Equal([true, false, false], niches.Select(n => n.Item4));
    }

    [Fact]
    public void Few_deals_are_drawn_towards_the_segments_rate()
    {
        using var w = new BuiltWarehouse(_exports.Path);
        Assert.Equal(0.65, w.Connection.ExecuteScalar<double>("select shrunk(8, 10, 0.5)"), 12);
        Assert.Equal(0.5, w.Connection.ExecuteScalar<double>("select shrunk(0, 0, 0.5)"), 12);
    }

    public void Dispose() => _exports.Dispose();
}
