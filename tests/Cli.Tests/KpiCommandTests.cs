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
            _place.Write("in/orders.csv", "order id,customer id,date,amount\no1,A,2025-01-10,100\no2,A,2025-04-10,50\no3,B,2025-02-01,30.5\n");
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
