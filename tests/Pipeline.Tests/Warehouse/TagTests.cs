using Dapper;

namespace Analytics.Pipeline.Tests.Warehouse;

/// <summary>An account of two tags counts under both; the whole counts it once. A is VIP and exports, B is VIP, C has no tag.</summary>
public sealed class TagTests : IDisposable
{
    private readonly TemporaryFolder _exports = new();

    [Fact]
    public void Segments_of_tags_overlap_and_the_whole_stays_whole()
    {
        _exports.Write("accounts.csv", "account id,company name,tags\nA,Acme,VIP;Export\nB,Beta,\"VIP, VIP\"\nC,Cato,\n");
        _exports.Write("orders.csv", "order id,account id,date,amount\no1,A,2025-01-10,100\no2,A,2025-03-10,50\no3,B,2025-02-01,30\no4,C,2025-02-02,20\n");
        _exports.Write("leads.csv", "lead id,account id,detected,channel\nl1,A,2025-01-01,Web\nl2,B,2025-01-02,Web\nl3,C,2025-01-03,Web\n");
        _exports.Write("marketing spend.csv", "date,channel,amount\n2025-01-01,Web,300\n");
        using var w = new BuiltWarehouse(_exports.Path);
        Assert.Equal<double?>([180, 150, 20, 200], [w.Kpi("revenue", "tag", "VIP"), w.Kpi("revenue", "tag", "Export"), w.Kpi("revenue", "tag", "(unknown)"), w.Kpi("revenue")]);
        Assert.Equal<double?>([2, 1, 1, 3], [w.Kpi("customers_ever", "tag", "VIP"), w.Kpi("customers_ever", "tag", "Export"), w.Kpi("customers_ever", "tag", "(unknown)"), w.Kpi("customers_ever")]);
        // Of a spend of 300 on three leads, two are VIP's.
        Assert.Equal<double?>([200, 100, 100, 300], [w.Kpi("acquisition_cost", "tag", "VIP"), w.Kpi("acquisition_cost", "tag", "Export"), w.Kpi("acquisition_cost", "tag", "(unknown)"), w.Kpi("acquisition_cost")]);
        Assert.Equal(100, w.Kpi("cac", "tag", "VIP"));
        Assert.Equal(["tag"], w.Connection.Query<string>("select dimension from marts.dimensions where is_overlapping"));
        Assert.All(w.Checks, c => Assert.Equal(0, c.Failures));
    }

    [Fact]
    public void Beyond_the_thirty_most_borne_tags_are_counted_together()
    {
        _exports.Write("accounts.csv", "account id,company name,tags\n" + string.Join('\n', Enumerable.Range(10, 33).Select(i => $"A{i},Company {i},T{i}")) + "\nB,Beta,T41;T42;T40\n");
        _exports.Write("orders.csv", "order id,account id,date,amount\n" + string.Join('\n', Enumerable.Range(10, 33).Select(i => $"o{i},A{i},2025-01-10,1")) + "\nb,B,2025-01-10,100\n");
        using var w = new BuiltWarehouse(_exports.Path);
        // T40, T41 and T42 are borne twice; 27 of the 30 others have room, so that T37, T38 and T39 have not.
        Assert.Equal<double?>([101, 101, 3, null], [w.Kpi("revenue", "tag", "T40"), w.Kpi("revenue", "tag", "T42"), w.Kpi("revenue", "tag", "(other)"), w.Kpi("revenue", "tag", "T38")]);
    }

    /// <summary>People write tags as they like: a page without names shows none.</summary>
    [Fact]
    public void Who_wins_among_the_bearers_of_a_tag_is_told_but_not_without_names()
    {
        _exports.Write("accounts.csv", "account id,company name,tags\nA,Acme,Friend of Jo\n");
        _exports.Write("opportunities.csv", "opportunity id,account id,owner,created,close date,stage,amount\n1,A,Ann,2025-01-01,2025-02-01,Won,10\n2,A,Ann,2025-01-01,2025-02-01,Lost,10\n3,A,Bob,2025-01-01,2025-02-01,Won,10\n");
        using var output = new TemporaryFolder();
        using var build = WarehouseBuild.Begin(new() { Exports = _exports.Path, Output = output.Path, Threads = 1 });
        build.LoadFiles(cancellation: TestContext.Current.CancellationToken);
        build.ComputeMarts(cancellation: TestContext.Current.CancellationToken);
        build.ListTargets();
        // Ann won 1 of 2 where all won 2 of 3: (1 + 10 × 2/3) / 12.
        Assert.Equal(0.638889, build.Connection.QuerySingle<double>("select value from marts.kpis as k join core.owners as o using (owner_id) where kpi = 'win_rate_shrunk' and dimension = 'tag' and segment = 'Friend of Jo' and o.name = 'Ann'"));
        build.Anonymously(extract => Assert.Equal(0, extract.ExecuteScalar<long>("select (select count(*) from marts.owner_segments where segment like '%Jo%') + (select count(*) from marts.kpis where segment like '%Jo%')")));
    }

    public void Dispose() => _exports.Dispose();
}
