using Analytics.Pipeline.Sample;
using Dapper;

namespace Analytics.Pipeline.Tests.Sample;

public sealed class SampleTests : IClassFixture<SampleTests.Built>
{
    private readonly BuiltWarehouse _warehouse;

    public SampleTests(Built built) => _warehouse = built.Warehouse;

    public sealed class Built : IDisposable
    {
        private readonly TemporaryFolder _folder = new();

        public Built()
        {
            SampleCompany.Write(_folder.Path);
            Warehouse = new(_folder.Path);
        }

        public BuiltWarehouse Warehouse { get; }

        public void Dispose()
        {
            Warehouse.Dispose();
            _folder.Dispose();
        }
    }

    [Fact]
    public void The_same_seed_makes_the_same_bytes_and_another_seed_others()
    {
        using var folder = new TemporaryFolder();
        byte[] Bytes(string name, int seed) => SampleCompany.Write(Path.Combine(folder.Path, name), new() { Seed = seed }).SelectMany(File.ReadAllBytes).ToArray();
        Assert.Equal(Bytes("a", 7), Bytes("b", 7));
        Assert.NotEqual(Bytes("c", 7), Bytes("d", 8));
    }

    [Fact]
    public void The_shipped_examples_are_what_the_sample_maker_makes()
    {
        using var folder = new TemporaryFolder();
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "Analytics.sln"))) root = root.Parent!;
        foreach (var path in SampleCompany.Write(folder.Path, new() { Customers = 40, Years = 2 }))
            Assert.Equal(File.ReadAllBytes(Path.Combine(root.FullName, "data", "examples", Path.GetFileName(path))), File.ReadAllBytes(path));
    }

    [Fact]
    public void Every_file_is_understood_whole()
    {
        Assert.All(_warehouse.Files, f => Assert.NotNull(f.Table));
        Assert.All(_warehouse.Files.SelectMany(f => f.Columns), c => Assert.Equal("understood", c.Decision));
        Assert.All(_warehouse.Checks, c => Assert.Equal(0, c.Failures));
    }

    /// <summary>Other headings, words, encodings, and an order of day and month that the monthly files leave open: the company is the same.</summary>
    [Fact]
    public void Its_english_exports_give_the_figures_of_its_french_ones()
    {
        using var folder = new TemporaryFolder();
        SampleCompany.Write(folder.Path, new() { Language = "en" });
        using var english = new BuiltWarehouse(folder.Path);
        Assert.Equal(Figures(_warehouse), Figures(english));

        static List<string> Figures(BuiltWarehouse w) => w.Connection.Query<string>(
            "select concat_ws(' ', kpi, owner_id, period, period_start, numerator, denominator, value, n, excluded, low, high) from marts.kpis where dimension = 'all' order by kpi, owner_id, period, period_start").ToList();
    }

    [Fact]
    public void What_a_crm_does_not_say_is_asked_for_by_name() =>
        Assert.Throws<ArgumentException>(() => new SampleOptions { Crm = "excel" });

    [Fact]
    public void The_planted_dirt_is_found_and_nothing_else() =>
        Assert.Equal(
            [(18L, "not_a_date"), (43L, "not_a_number"), (72L, "missing_required"), (100L, "too_few_columns")],
            _warehouse.Connection.Query<(long, string)>("select line, reason from staging.rejects order by line"));

    [Fact]
    public void The_planted_differences_between_sectors_are_found_again()
    {
        double Value(string kpi, string sector) => _warehouse.Kpi(kpi, "sector", sector)!.Value;
        Assert.True(Value("basket_per_order", "Industrie") > 3 * Value("basket_per_order", "Hôtellerie-restauration"));
        Assert.True(Value("win_rate_closed_by_count", "Garage automobile") > Value("win_rate_closed_by_count", "Hôtellerie-restauration"));
        Assert.True(Value("sales_cycle_mean", "Collectivités") > 2 * Value("sales_cycle_mean", "Commerce de détail"));
        Assert.True(_warehouse.Kpi("win_rate_closed_by_count", "channel", "Recommandation") > _warehouse.Kpi("win_rate_closed_by_count", "channel", "Prospection téléphonique"));
    }

    [Fact]
    public void The_planted_costs_causes_and_niches_are_found_again()
    {
        var warehouse = _warehouse.Connection;
        Assert.True(_warehouse.Kpi("cac", "channel", "Salon") > 2 * _warehouse.Kpi("cac", "channel", "Site web"));
        Assert.True(_warehouse.Kpi("contacts_to_win") >= 4);
        Assert.True(_warehouse.Kpi("stopped_by_third_contact") > 0.5);
        Assert.True(warehouse.ExecuteScalar<bool>("select is_more_than_noise from marts.loss_causes where cause = 'Délai de livraison'"));
        Assert.True(warehouse.ExecuteScalar<bool>("select is_better from marts.niches where measure = 'win_rate' and segment = 'Garage automobile'"));
        Assert.False(warehouse.ExecuteScalar<bool>("select bool_or(is_better) from marts.niches where segment = 'Hôtellerie-restauration'"));
        Assert.True(_warehouse.Kpi("attrition", "sector", "Hôtellerie-restauration", "ttm") > _warehouse.Kpi("attrition", "sector", "Collectivités", "ttm"));
        Assert.True(warehouse.ExecuteScalar<bool>("select max(rank) filter (where segment = 'Site web') < max(rank) filter (where segment = 'Salon') from marts.effort where dimension = 'channel'"));
        Assert.Empty(warehouse.Query<string>("select kpi from marts.kpi_catalog where missing is not null"));
    }
}
