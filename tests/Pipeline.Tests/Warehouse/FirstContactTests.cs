using Dapper;

namespace Analytics.Pipeline.Tests.Warehouse;

/// <summary>How long leads wait for their first contact: by the clock where the exports have one, by the day where they do not.</summary>
public sealed class FirstContactTests : IDisposable
{
    private static readonly DateOnly AsOf = new(2025, 6, 30);
    private readonly TemporaryFolder _exports = new();

    public FirstContactTests() => _exports.Write("orders.csv", "order id,customer,order date,amount\n1,Z,2025-01-10,100\n2,Z,2025-06-10,100\n");

    public void Dispose() => _exports.Dispose();

    [Fact]
    public void Hours_are_counted_from_clock_to_clock()
    {
        Leads("l1,A,05/03/2025 09:00", "l2,B,05/03/2025 16:30", "l3,C,06/03/2025 10:00", "l4,D,06/03/2025 11:00");
        // A is called before it is a lead, then 90 minutes after; B the next morning, 17 hours and 45 minutes later; C after four hours; D never again.
        Activities("A,05/03/2025 08:00", "A,05/03/2025 10:30", "A,07/03/2025 09:00", "B,06/03/2025 10:15", "C,06/03/2025 14:00", "D,06/03/2025 10:59");
        using var w = new BuiltWarehouse(_exports.Path, AsOf);
        Assert.Equal([1.5, 17.75, 4.0, null], Waits(w));
        Assert.Equal((4.0, 3L, 1L), Figure(w));
        Assert.Equal(DayOf("2025-03-05"), w.Connection.ExecuteScalar<DateTime>("select min(contacted_at) from core.lead_outcomes"));
        Assert.All(w.Files, f => Assert.Equal(f.RowsRead, f.RowsKept + f.RowsRejected));
    }

    [Fact]
    public void Days_without_a_clock_are_24_hours_each()
    {
        Leads("l1,A,05/03/2025", "l2,B,05/03/2025", "l3,C,06/03/2025");
        Activities("A,05/03/2025", "B,08/03/2025", "C,07/03/2025", "C,05/03/2025");
        using var w = new BuiltWarehouse(_exports.Path, AsOf);
        Assert.Equal([0, 72, 24], Waits(w));
        Assert.Equal((24.0, 3L, 0L), Figure(w));
    }

    [Fact]
    public void A_clock_of_zero_is_none()
    {
        Leads("l1,A,2025-03-05 00:00:00", "l2,B,2025-03-06 00:00:00");
        Activities("A,2025-03-05 00:00:00", "B,2025-03-08 00:00:00");
        using var w = new BuiltWarehouse(_exports.Path, AsOf);
        Assert.Equal([0, 48], Waits(w));
        Assert.Equal(0, w.Connection.ExecuteScalar<long>("select count(detected_moment) from core.leads") + w.Connection.ExecuteScalar<long>("select count(acted_moment) from core.activities"));
    }

    [Fact]
    public void Where_one_of_two_has_no_clock_days_are_counted()
    {
        Leads("l1,A,05/03/2025 15:00", "l2,B,05/03/2025", "l3,C,05/03/2025 15:00");
        // A was spoken to on its day, nobody knows when; B has no clock itself; C was called in the morning, too early, and again on a day without a clock.
        Activities("A,05/03/2025", "B,06/03/2025 09:00", "C,05/03/2025 09:00", "C,07/03/2025");
        using var w = new BuiltWarehouse(_exports.Path, AsOf);
        Assert.Equal([0, 24, 48], Waits(w));
        Assert.Equal((24.0, 3L, 0L), Figure(w));
    }

    [Fact]
    public void Exports_of_Salesforce_bring_their_clocks_in_universal_time()
    {
        _exports.Write("Lead.csv", """
            "Id","IsDeleted","LastName","Company","LeadSource","Status","IsConverted","ConvertedAccountId","ConvertedDate","CreatedDate"
            "00Q1","false","Roy","A","Web","Qualified","true","001A","","2025-03-05T09:00:00.000Z"
            "00Q2","false","Lee","B","Web","Qualified","true","001B","","2025-03-05T16:00:00.000+0000"
            "00Q3","false","Kay","C","Web","Qualified","true","001C","","2025-03-30T00:30:00.000+0100"

            """);
        _exports.Write("Event.csv", """
            "Id","Subject","ActivityDateTime","AccountId","OwnerId","Type","IsDeleted"
            "00U1","Call","2025-03-05T11:15:00.000Z","001A","005","Call","false"
            "00U2","Call","2025-03-05T19:00:00.000+0200","001B","005","Call","false"
            "00U3","Call","2025-03-30T09:30:00.000+0200","001C","005","Call","false"

            """);
        using var w = new BuiltWarehouse(_exports.Path, AsOf);
        // Over the night in which summer time begins, 00:30 to 09:30 are eight hours; the day stays the one that is written.
        Assert.Equal([2.25, 1, 8], Waits(w));
        Assert.Equal(DayOf("2025-03-30"), w.Connection.ExecuteScalar<DateTime>("select max(detected_at) from core.leads"));
        Assert.Equal((2.25, 3L, 0L), Figure(w));
    }

    [Fact]
    public void Exports_of_HubSpot_bring_theirs_as_its_users_see_them()
    {
        _exports.Write("hubspot-crm-exports-all-leads.csv", """
            Record ID,Lead Name,Associated Company,Create Date,Original Traffic Source
            1,A lead,A,2025-03-05 09:12,Organic Search
            2,B lead,B,2025-03-05 17:40,Organic Search

            """);
        _exports.Write("hubspot-crm-exports-all-calls.csv", """
            Record ID,Call Title,Associated Company,Activity date,Activity assigned to,Call outcome
            11,First call,A,2025-03-05 09:42,Ann Lee,Connected
            12,First call,B,2025-03-07 08:10,Ann Lee,Connected

            """);
        _exports.Write("analytics.yml", """
            files:
            - file: hubspot-crm-exports-all-leads.csv
              table: leads
              columns:
              - { column: id, header: Record ID }
              - { column: account_name, header: Associated Company }
              - { column: detected_at, header: Create Date }
              - { column: channel, header: Original Traffic Source }
            - file: hubspot-crm-exports-all-calls.csv
              table: activities
              columns:
              - { column: id, header: Record ID }
              - { column: account_name, header: Associated Company }
              - { column: acted_at, header: Activity date }
              - { column: owner_name, header: Activity assigned to }

            """);
        using var w = new BuiltWarehouse(_exports.Path, AsOf);
        Assert.Equal([0.5, 38.5], Waits(w));
        Assert.Equal((19.5, 2L, 0L), Figure(w));
    }

    private void Leads(params string[] rows) => _exports.Write("leads.csv", $"lead id,company,lead date,source\n{string.Join('\n', rows.Select(r => $"{r},Web"))}\n");

    private void Activities(params string[] rows) =>
        _exports.Write("activities.csv", $"activity id,type,account,date\n{string.Join('\n', rows.Select((r, i) => $"t{i},Call,{r}"))}\n");

    private static IEnumerable<double?> Waits(BuiltWarehouse w) => w.Connection.Query<double?>("select seconds_waited / 3600 from core.lead_outcomes order by lead_id");

    private static (double, long, long) Figure(BuiltWarehouse w) => w.Connection.QuerySingle<(double, long, long)>(
        "select value, n, excluded from marts.kpis where kpi = 'time_to_first_contact' and dimension = 'all' and period = 'all' and owner_id is null");

    private static DateTime DayOf(string day) => DateTime.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
}
