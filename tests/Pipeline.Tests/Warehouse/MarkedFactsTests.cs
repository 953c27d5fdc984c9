using Dapper;

namespace Analytics.Pipeline.Tests.Warehouse;

/// <summary>Which facts stand behind the page's marks: by hand for three accounts that complain, answer, lose deals, and a lead.</summary>
public sealed class MarkedFactsTests : IDisposable
{
    private readonly TemporaryFolder _exports = new();
    private readonly BuiltWarehouse _w;

    public MarkedFactsTests()
    {
        // On 2026-02-01 B has been silent for more than a year: it was lost on 2026-01-20.
        _exports.Write("orders.csv", "order id,account,owner,date,amount\no1,A,Ann,2024-06-10,100\no2,B,Bob,2025-01-20,50\no3,A,Ann,2025-12-31,10\n");
        _exports.Write("complaints.csv", """
            ticket id,account,opened,reason,resolved
            t1,A,2024-06-15,Late,
            t2,A,2025-03-01,Late,2025-03-05
            t3,B,2025-06-01,Price,
            t4,P,2025-07-01,Late,

            """);
        _exports.Write("surveys.csv", "response id,account,response date,score\ns1,A,2025-04-01,3\ns2,A,2025-05-01,9\ns3,B,2025-02-01,3\ns4,B,2026-01-25,10\n");
        _exports.Write("opportunities.csv", """
            opportunity id,account,owner,created,close date,stage,amount,loss reason
            d1,P,Ann,2025-02-01,2025-04-01,Lost,500,Price
            d2,P,Ann,2025-02-01,2025-04-01,Lost,300,Delay
            d3,B,Bob,2025-02-01,2025-04-01,Lost,200,Price
            d4,Q,Bob,2025-02-01,2025-04-01,Lost,50,
            d5,Q,Bob,2025-02-01,,Open,40,

            """);
        _exports.Write("leads.csv", "lead id,company,lead date,source\nl1,R,2025-12-15,Web\nl2,A,2024-06-01,Web\n");
        _w = new BuiltWarehouse(_exports.Path, new DateOnly(2026, 2, 1));
    }

    [Fact]
    public void A_lost_deal_names_its_reason_the_most_frequent_is_the_first()
    {
        Assert.Equal([(0L, null), (1, "Price"), (2, "Delay")], _w.Connection.Query<(long, string?)>("select reason, name from page.loss_reasons order by 1"));
        Assert.Equal([("B", 200, 1L), ("P", 300, 2), ("P", 500, 1), ("Q", 40, 0), ("Q", 50, 0)], _w.Connection.Query<(string, int, long)>(
            "select account_id, (amount // 10000)::int, reason from page.opportunities join page.accounts using (account) order by all"));
    }

    [Fact]
    public void A_complaint_names_its_reason_and_whether_it_came_in_the_year_before_and_was_settled()
    {
        Assert.Equal([(0L, null), (1, "Late"), (2, "Price")], _w.Connection.Query<(long, string?)>("select reason, name from page.complaint_reasons order by 1"));
        Assert.Equal([("A", 1, 1L), ("A", 1 + 32 + 128, 1), ("B", 1 + 32, 2), ("P", 1, 1)], _w.Connection.Query<(string, int, long)>(
            "select account_id, flags, reason from page.satisfaction join page.accounts using (account) where flags % 2 = 1 order by all"));
    }

    [Fact]
    public void The_last_answer_is_the_one_that_a_customer_gave_while_it_was_one()
    {
        Assert.Equal([("A", 6 + 64), ("A", 10), ("B", 6), ("B", 10 + 64)], _w.Connection.Query<(string, int)>(
            "select account_id, flags from page.satisfaction join page.accounts using (account) where flags % 2 = 0 order by account_id, flags & 8, flags"));
        Assert.Equal([("detractor", 1L, 1L), ("promoter", 1, 0)], _w.Connection.Query<(string, long, long)>("select answer, customers, lost from marts.satisfaction_outcomes order by 1"));
    }

    [Fact]
    public void What_changed_before_a_loss_is_told_of_each_customer_as_often_as_it_is_counted()
    {
        Assert.Equal([("A", 4, false), ("B", 4, true)], _w.Connection.Query<(string, int, bool)>(
            "select account_id, changes, flags & 256 > 0 from page.customers join page.accounts using (account) order by 1"));
        Assert.Equal([("complaint", 1L, 1L, 1L, 1L)], _w.Connection.Query<(string, long, long, long, long)>("select change, lost_with, lost, kept_with, kept from marts.loss_changes"));
    }

    [Fact]
    public void Prospects_are_named_those_of_the_largest_deal_and_of_the_latest_lead_first() =>
        Assert.Equal(["P", "R", "Q"], _w.Connection.Query<string>("select name from page.prospects order by position"));

    public void Dispose()
    {
        _w.Dispose();
        _exports.Dispose();
    }
}
