using System.Text.Json;

namespace Analytics.Cli.Tests;

public sealed class KpiCommandTests(KpiCommandTests.Built built) : IClassFixture<KpiCommandTests.Built>
{
    /// <summary>One warehouse, from two customers of two sectors.</summary>
    public sealed class Built : IDisposable
    {
        private readonly CommandLine _place = new();

        public Built()
        {
            _place.Write("in/accounts.csv", "id,name,sector\nA,A,Retail\nB,B,=1+1\n");
            _place.Write("in/orders.csv", "order id,customer id,sales rep,date,amount\no1,A,Ann,2025-01-10,100\no2,A,Ann,2025-04-10,50\no3,B,Bob,2025-02-01,30.5\n");
            _place.Write("in/opportunities.csv", "opportunity id,customer id,sales rep,created,stage,amount\n1,A,Ann,2025-04-01,Negotiation,70\n2,B,Bob,2025-04-01,Negotiation,35\n");
            _place.Write("in/targets.csv", "month,sales rep,target\n2025-04-01,Ann,40\n2025-04-01,Bob,20\n");
            Assert.Equal(0, CommandLine.Run("run", _place.At("in"), "--out", Output, "--lang", "en").Code);
        }

        public string Output => _place.At("out");

        public void Dispose() => _place.Dispose();
    }

    [Fact]
    public void Without_a_name_it_lists_every_kpi()
    {
        var (code, text) = Run("kpi");
        Assert.Equal(0, code);
        Assert.Contains("revenue ", text);
        Assert.Matches(@"cac .*marketing_spend", text);
    }

    [Fact]
    public void A_kpi_is_shown_by_segment_and_period()
    {
        var (code, text) = Run("kpi", "revenue", "--by", "sector", "--period", "quarter", "--csv");
        Assert.Equal(0, code);
        Assert.Equal(
            [
                "segment,from,to,value,low,high,numerator,denominator,n,excluded",
                "Retail,2025-01-01,2025-03-31,100,,,100,,1,0",
                "'=1+1,2025-01-01,2025-03-31,30.5,,,30.5,,1,0",
                "Retail,2025-04-01,2025-06-30,50,,,50,,1,0",
            ],
            text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.TrimEnd('\r')));
    }

    [Fact]
    public void Hours_are_read_in_days_from_two_on()
    {
        using var place = new CommandLine();
        place.Write("in/accounts.csv", "id,name,channel\nA,A,Web\nB,B,Fair\n");
        place.Write("in/orders.csv", "order id,customer,date,amount\no1,A,2025-01-10,100\no2,B,2025-04-30,100\n");
        place.Write("in/leads.csv", "lead id,company,lead date,source\nl1,A,2025-04-01 09:00,Web\nl2,B,2025-04-01 09:00,Fair\n");
        place.Write("in/activities.csv", "activity id,type,account,date\nt1,Call,A,2025-04-01 14:00\nt2,Call,B,2025-04-04 21:00\n");
        Assert.Equal(0, CommandLine.Run("run", place.At("in"), "--out", place.At("out"), "--lang", "en").Code);
        string Told(params string[] how) => CommandLine.Run(["kpi", "time_to_first_contact", "--by", "channel", "--out", place.At("out"), .. how]).Text;
        Assert.Matches("Web .* 5\u00a0h ", Told("--lang", "en"));
        Assert.Matches("Fair .* 3[.]5 days ", Told("--lang", "en"));
        Assert.Contains(" 3,5\u00a0jours ", Told("--lang", "fr"), StringComparison.Ordinal);
        Assert.Contains("Fair,2025-01-10,2025-04-30,84,", Told("--csv"), StringComparison.Ordinal);
    }

    [Fact]
    public void Machines_get_json()
    {
        var rows = JsonDocument.Parse(Run("kpi", "customers", "--json").Text).RootElement;
        Assert.Equal(2, rows[0].GetProperty("value").GetDouble());
        Assert.Equal(JsonValueKind.Null, rows[0].GetProperty("denominator").ValueKind);
    }

    [Fact]
    public void The_formula_is_told_on_demand()
    {
        Assert.Contains("Formula: sum of amounts, credit notes deducted", Run("kpi", "revenue", "--explain").Text);
        Assert.Contains("n/a: the exports lack marketing_spend", Run("kpi", "cac").Text);
    }

    [Fact]
    public void The_rows_behind_a_figure_are_told_on_demand()
    {
        var text = Run("kpi", "basket_per_order", "--by", "sector", "--segment", "Retail", "--explain").Text;
        Assert.Matches(@"Numerator of Retail, 2025-01-10 to 2025-04-10:\s+2\s+rows\s+make\s+150", text);
        Assert.Matches(@"Denominator of Retail, 2025-01-10 to 2025-04-10:\s+2\s+rows\s+make\s+2", text);
        Assert.Contains("o2", text);
        Assert.DoesNotContain("o3", text);
    }

    [Fact]
    public void One_salesperson_is_told_apart()
    {
        Assert.Equal(["Retail,150", "'=1+1,30.5"], Run("kpi", "revenue", "--by", "sector", "--csv").Text.Split('\n').Skip(1).Where(l => l.Length > 0).Select(SegmentAndValue));
        Assert.Equal(["Retail,150"], Run("kpi", "revenue", "--by", "sector", "--owner", "ann", "--csv").Text.Split('\n').Skip(1).Where(l => l.Length > 0).Select(SegmentAndValue));
        Assert.Matches(@"Numerator of Bob, 2025-01-10 to 2025-04-10:\s+1\s+rows\s+make\s+30.5", Run("kpi", "revenue", "--owner", "Bob", "--explain").Text);
        static string SegmentAndValue(string line) => $"{line.Split(',')[0]},{line.Split(',')[3]}";
    }

    [Fact]
    public void A_question_that_no_figure_answers_is_told_what_can_be_asked()
    {
        var (code, text) = Run("kpi", "revenue", "--by", "planet");
        Assert.Equal(2, code);
        Assert.Contains("no dimension \"planet\". There are: sector,", text);
        Assert.Contains("no salesperson \"Zoe\". There are: Ann, Bob.", Run("kpi", "revenue", "--owner", "Zoe").Text);
        Assert.Matches(@"over\s+all; not for one salesperson", Run("kpi", "gini_revenue", "--owner", "Ann").Text);
        Assert.Contains("nothing that it counts", Run("kpi", "net_revenue_retention").Text.ReplaceLineEndings(" "));
    }

    [Fact]
    public void A_French_reader_is_told_days_and_the_whole_base_in_French()
    {
        var text = CommandLine.Run("kpi", "revenue", "--out", built.Output, "--lang", "fr").Text;
        Assert.Matches(@"toute la base\s+│ 10/01/2025 │ 10/04/2025", text);
    }

    [Fact]
    public void Without_a_period_it_is_the_longest_that_there_is()
    {
        Assert.Contains("2025-01-01,2025-12-31", Run("kpi", "revenue_to_target", "--csv").Text);
        Assert.Contains("2025-01-10,2025-04-10", Run("kpi", "revenue", "--csv").Text);
    }

    /// <summary>Ann has sold 150 of her 40; 20 less nothing are Bob's to sell in April, and 35 are due.</summary>
    [Fact]
    public void A_target_that_is_reached_is_no_figure_that_is_missing()
    {
        var text = Run("kpi", "pipeline_coverage", "--by", "owner", "--period", "month").Text;
        Assert.Matches(@"Ann\b[^\n]*\breached\b", text);
        Assert.Matches(@"Bob\b[^\n]*\b175.0%", text);
    }

    [Fact]
    public void Help_names_every_kpi_by_what_it_is_about()
    {
        var text = CommandLine.Run("kpi", "--help", "--lang", "fr").Text;
        Assert.Matches(@"Acquérir[^\n]*\n\s+acquisition_cost", text);
        Assert.Matches(@"family_loyalty\s+Fidélité par famille de produits", text);
    }

    [Fact]
    public void An_unknown_name_gets_its_neighbours()
    {
        var (code, text) = Run("kpi", "revenu");
        Assert.Equal(2, code);
        Assert.Contains("revenue", text);
    }

    [Fact]
    public void Without_a_warehouse_it_says_how_to_make_one()
    {
        var (code, text) = CommandLine.Run("kpi", "--out", Path.Combine(built.Output, "nowhere"), "--lang", "en");
        Assert.Equal(3, code);
        Assert.Contains("analytics run EXPORTS", text);
    }

    private (int Code, string Text) Run(params string[] arguments) => CommandLine.Run([.. arguments, "--out", built.Output, "--lang", "en"]);
}
