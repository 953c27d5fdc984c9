using Dapper;

namespace Analytics.Pipeline.Tests.Warehouse;

/// <summary>Whose customers and leads they are, in which segment, and what nobody tells of them.</summary>
public sealed class OwnersOfAcquisitionTests
{
    [Fact]
    public void What_a_customer_costs_is_told_for_each_owner_in_each_segment()
    {
        using var exports = new TemporaryFolder();
        exports.Write("accounts.csv", "id,name,sector,channel,owner\nA,Alpha,Retail,Web,Ann\nB,Beta,Retail,Web,Bob\nC,Gamma,Steel,Web,Ann\nD,Delta,Steel,Fair,Ann\n");
        exports.Write("leads.csv", "lead id,company,lead date,source\nl1,Alpha,2025-01-01,Web\nl2,Beta,2025-01-01,Web\nl3,Gamma,2025-01-01,Web\n");
        exports.Write("marketing spend.csv", "month,channel,spend\n2025-01-01,Web,300\n2025-01-01,Fair,70\n");
        exports.Write("orders.csv", "order id,account id,date,amount\no1,A,2025-01-31,1000\no2,B,2025-02-10,500\no3,D,2025-02-11,500\n");
        exports.Write("surveys.csv", "response id,account id,response date,score\ns1,A,2025-02-01,8\ns2,C,2025-02-01,10\ns3,B,2025-02-01,3\n");
        exports.Write("complaints.csv", "complaint id,account id,complaint date,reason\nk1,A,2025-02-02,Late\nk2,A,2025-02-03,Late\n");
        using var w = new BuiltWarehouse(exports.Path);
        // Of three leads from the web each bears 100. Nobody knows whose the fair's spend was, which brought no lead: it is no owner's, nor any sector's.
        Assert.Equal([("Retail", "Ann", 100, 1), ("Retail", "Bob", 100, 1), ("Steel", "Ann", 100, 1), ("(unknown)", "(unknown)", 70, 0)], w.Connection.Query<(string, string, int, int)>("""
            select segment, owner_id, numerator::int, denominator::int from marts.kpis
            where kpi = 'cac' and dimension = 'sector' and period = 'all' and owner_id is not null and numerator > 0 order by segment = '(unknown)', segment, owner_id
            """));
        // The fair is a channel of its own, of which D was won.
        Assert.Equal([("Fair", "(unknown)", 70.0, null), ("Web", "Ann", 200, 200), ("Web", "Bob", 100, 100)], w.Connection.Query<(string, string, double, double?)>("""
            select segment, owner_id, numerator::double, value from marts.kpis
            where kpi = 'cac' and dimension = 'channel' and period = 'all' and owner_id is not null and numerator > 0 order by segment, owner_id
            """));
        Assert.Equal([("satisfaction", "Retail", "Ann", 8.0), ("satisfaction", "Retail", "Bob", 3), ("satisfaction", "Steel", "Ann", 10), ("complaints", "Retail", "Ann", 2)], w.Connection.Query<(string, string, string, double)>("""
            select kpi, segment, owner_id, value from marts.kpis
            where kpi in ('satisfaction', 'complaints') and dimension = 'sector' and period = 'all' and owner_id is not null and value > 0 order by kpi desc, segment, owner_id
            """));
        Assert.All(w.Checks, check => Assert.Equal((check.Name, 0L), (check.Name, check.Failures)));
    }

    [Fact]
    public void What_only_some_accounts_tell_is_unknown_of_the_leads_and_nothing_is_lost()
    {
        using var exports = new TemporaryFolder();
        // Z alone ordered, and has an owner, a sector and marks for it; the leads' accounts have none of these.
        exports.Write("accounts.csv", "id,name,sector,channel\nA,Alpha,,Web\nB,Beta,,Fair\nZ,Zeta,Retail,Web\n");
        exports.Write("leads.csv", "lead id,company,lead date,source\nl1,Alpha,2025-01-10,Web\nl2,Beta,2025-01-10,Fair\n");
        exports.Write("orders.csv", "order id,account id,sales rep,date,amount\no1,Z,Ann,2025-01-10,100\no2,Z,Ann,2025-04-30,100\n");
        using var w = new BuiltWarehouse(exports.Path);
        Assert.Equal([("channel", 0), ("owner", 2), ("rfm", 2), ("sector", 2)], w.Connection.Query<(string, int)>("""
            select dimension, coalesce(sum(value) filter (where segment = '(unknown)'), 0)::int from marts.kpis
            where kpi = 'leads' and period = 'all' and owner_id is null and dimension in ('channel', 'owner', 'rfm', 'sector') group by dimension order by dimension
            """));
        Assert.All(w.Checks, check => Assert.Equal((check.Name, 0L), (check.Name, check.Failures)));
    }

    [Fact]
    public void A_lead_is_its_accounts_owners_whom_its_orders_tell()
    {
        using var exports = new TemporaryFolder();
        exports.Write("leads.csv", "lead id,company,lead date,source\nl1,Alpha,2025-01-10,Web\nl2,Beta,2025-01-10,Fair\n");
        exports.Write("orders.csv", "order id,customer,sales rep,date,amount\no1,Alpha,Ann,2025-02-10,100\no2,Beta,Bob,2025-04-30,100\n");
        using var w = new BuiltWarehouse(exports.Path);
        Assert.Equal((1, 1), (w.Kpi("leads", "owner", "Ann"), w.Kpi("leads", "owner", "Bob")));
        Assert.All(w.Checks, check => Assert.Equal((check.Name, 0L), (check.Name, check.Failures)));
    }
}
