using Analytics.Pipeline.Sample;

namespace Analytics.Dashboards.Tests.Engine;

/// <summary>Deals whose file never says when they ended: the page counts them where the warehouse does.</summary>
public sealed class DealsWithoutEndTests : IDisposable
{
    private readonly string _exports = Directory.CreateTempSubdirectory("analytics-deals-").FullName;

    [Fact]
    public void Each_figure_of_the_warehouse_is_the_pages()
    {
        SampleCompany.Write(_exports, new() { Customers = 60, Crm = "boondmanager" });
        using var built = BuiltPage.Of(_exports);
        Assert.NotEmpty(EngineTests.Rows(built.Warehouse, "select value from marts.kpis where kpi = 'win_rate_closed_by_count' and dimension = 'sector' and value is not null", r => r.GetDouble(0)));
        EngineTests.Compare(built, perKpi: 12);
    }

    public void Dispose() => Directory.Delete(_exports, recursive: true);
}
