using System.Globalization;
using Dapper;

namespace Analytics.Pipeline.Tests.Warehouse;

/// <summary>What the data themselves ask somebody to do, on the last day of 2025, a Wednesday; beside each thing that is asked for one that just misses its rule.</summary>
public sealed class ActionPlanTests : IDisposable
{
    private readonly TemporaryFolder _exports = new();

    private static readonly DateOnly s_asOf = new(2025, 12, 31);

    public ActionPlanTests()
    {
        // "Big" makes more than 80 % of revenue; "Drop" stopped after twenty orders; "Gave" ordered after its quote; the others are steady.
        var orders = from customer in (string[])["Drop", "Steady", "Sure", "Calm"]
                     from turn in Enumerable.Range(0, customer == "Drop" ? 20 : 25)
                     select $"{customer}{turn},{customer},{Day(new DateOnly(2024, 1, 1).AddDays(30 * turn))},{(customer == "Drop" ? 100 : 1)}";
        _exports.Write("orders.csv", "order id,account,date,amount\nb,Big,2025-12-01,20000\ng,Gave,2025-11-20,50\n" + string.Join('\n', orders) + "\n");
        // Ends in 31, 90 and 91 days; ends in 31 and is followed.
        _exports.Write("contracts.csv", """
            contract id,account,start date,end date,annual amount
            k1,Soon,2025-02-01,2026-01-31,1200
            k2,Edge,2025-04-01,2026-03-31,500
            k3,Later,2025-04-01,2026-04-01,900
            k4,Kept,2025-02-01,2026-01-31,900
            k5,Kept,2025-12-01,2026-11-30,900

            """);
        // Nine in ten of twenty wins took ten days or fewer; one open deal is ten days old, one eleven.
        var won = Enumerable.Range(1, 20).Select(i => $"w{i},Win {i},Zed,2025-03-01,{(i > 18 ? "2025-03-31" : "2025-03-11")},Won,10");
        _exports.Write("opportunities.csv", "opportunity id,deal name,account,created date,close date,stage,amount\n" + string.Join('\n', won)
            + "\nd1,Press,Wait,2025-12-20,,Proposal,900\nd2,Lathe,Wait,2025-12-21,,Proposal,950\n");
        // Fourteen days without an answer, thirteen, over half a year, answered by an order, refused, replaced by the first, its deal stalled.
        _exports.Write("quotes.csv", """
            quote id,account,sent on,amount,status
            q1,Asked,2025-12-17,700,Sent
            q2,Fresh,2025-12-18,700,Sent
            q3,Gone,2025-07-03,700,Sent
            q4,Gave,2025-11-01,700,Sent
            q5,Said,2025-11-01,700,Refusé
            q6,Asked,2025-11-01,800,Sent
            q7,Wait,2025-12-01,900,Sent

            """);
        _exports.Write("complaints.csv", """
            complaint id,account,complaint date,reason,resolved
            c1,Big,2025-12-10,Late,
            c2,Big,2025-12-20,Broken,
            c3,Big,2025-12-01,Late,2025-12-05
            c4,Calm,2025-12-10,Late,
            c5,Big,2024-12-30,Late,

            """);
        _exports.Write("targets.csv", "month,sales rep,metric,target\n2025-12-01,Ann,Visites,30\n2024-12-01,Ann,Appels,30\n");
        _exports.Write("action plan.csv", "action,account,due date,status\nCall them,Soon,2026-01-20,To do\nWrite,Soon,2026-01-10,To do\nThink,Asked,2026-01-05,Done\n");
    }

    [Fact]
    public void Each_thing_is_asked_for_by_its_rule_with_its_day_and_what_is_at_stake()
    {
        using var w = new BuiltWarehouse(_exports.Path, s_asOf);
        Assert.Equal(
            [
                "1 complaint_open Big 2026-01-05 20000.00",
                "2 drop_off Drop 2026-01-07 1300.00",
                "3 contract_ending Soon 2026-01-05 1200.00",
                "4 deal_stalled Wait 2026-01-14 900.00",
                "5 quote_unanswered Asked 2026-01-07 700.00",
                "6 contract_ending Edge 2026-03-02 500.00",
                "7 target_without_measure - 2026-01-30 -",
            ],
            w.Connection.Query<string>("select concat_ws(' ', position, kind, coalesce(account, '-'), due_at, coalesce(amount::varchar, '-')) from marts.action_plan order by position"));
        Assert.All(w.Checks, c => Assert.Equal(0, c.Failures));
    }

    [Fact]
    public void It_says_why_in_both_languages_and_what_is_planned_already()
    {
        using var w = new BuiltWarehouse(_exports.Path, s_asOf);
        var said = w.Connection.Query<(string Kind, string En, string Fr)>("select kind, reason_en, reason_fr from marts.action_plan where account is distinct from 'Edge' order by kind").ToList();
        Assert.Equal(
            [
                ("complaint_open", "One of the customers that make 80% of revenue; complaint of 2025-12-10 (Late) still open after 21 days, 2 open in all",
                    "Un des clients qui font 80\u00a0% du CA\u00a0; réclamation du 10/12/2025 (Late) toujours ouverte après 21 jours, 2 ouvertes en tout"),
                ("contract_ending", "Its contract ends on 2026-01-31, in 31 days, and no other follows it", "Son contrat se termine le 31/01/2026, dans 31 jours, et aucun autre ne suit"),
                ("deal_stalled", "The deal “Press” has been open for 11 days; nine in ten deals won were signed within 10",
                    "L’affaire «\u00a0Press\u00a0» est ouverte depuis 11 jours\u00a0; neuf affaires gagnées sur dix ont été signées en 10 au plus"),
                ("drop_off", "Silent for 160 days, its usual gap is 30", "Silence de 160 jours, rythme habituel de 30"),
                ("quote_unanswered", "Quote of 2025-12-17: no order and no decision for 14 days", "Devis du 17/12/2025\u00a0: ni commande ni décision depuis 14 jours"),
                ("target_without_measure", "Target of Ann (visites): no sale measures it", "Objectif de Ann (visites)\u00a0: aucune vente ne le mesure"),
            ], said);
        Assert.Equal([("Soon", "Write", "2026-01-10")], w.Connection.Query<(string, string, string)>("select account, planned_action, planned_for::varchar from marts.action_plan where planned_action is not null"));
    }

    [Fact]
    public void No_owner_gets_more_than_the_ten_dearest()
    {
        using var exports = new TemporaryFolder();
        exports.Write("orders.csv", "order id,account,date,amount\no1,A,2025-12-31,1\n");
        var won = Enumerable.Range(1, 20).Select(i => $"w{i},Zed,Ann,2025-03-01,2025-03-11,Won,10");
        var open = Enumerable.Range(1, 13).Select(i => $"d{i},A{i},{(i == 13 ? "Bob" : "Ann")},2025-06-01,,Proposal,{i}");
        exports.Write("opportunities.csv", "opportunity id,account,sales rep,created date,close date,stage,amount\n" + string.Join('\n', won.Concat(open)) + "\n");
        using var w = new BuiltWarehouse(exports.Path);
        Assert.Equal(["Bob 13 1", .. Enumerable.Range(3, 10).Reverse().Select(i => $"Ann {i} 12")],
            w.Connection.Query<string>("select concat_ws(' ', owner, amount::int, of_owner) from marts.action_plan order by position"));
    }

    [Fact]
    public void Of_things_whose_money_is_not_known_the_oldest_come_first()
    {
        using var exports = new TemporaryFolder();
        exports.Write("orders.csv", "order id,account,date,amount\no1,A,2025-12-31,1\n");
        var won = Enumerable.Range(1, 20).Select(i => $"w{i},Zed,Ann,2025-03-01,2025-03-11,Won,10");
        var open = Enumerable.Range(1, 12).Select(i => $"d{i:00},A{i},Ann,2025-06-{31 - i:00},,Proposal,");
        exports.Write("opportunities.csv", "opportunity id,account,sales rep,created date,close date,stage,amount\n" + string.Join('\n', won.Concat(open)) + "\n");
        using var w = new BuiltWarehouse(exports.Path);
        Assert.Equal(Enumerable.Range(3, 10).Reverse().Select(i => $"A{i}"), w.Connection.Query<string>("select account from marts.action_plan order by position"));
    }

    [Fact]
    public void Where_the_data_ask_for_nothing_there_is_no_plan()
    {
        using var exports = new TemporaryFolder();
        exports.Write("orders.csv", "order id,account,date,amount\no1,A,2025-01-10,100\no2,A,2025-02-10,100\n");
        using var w = new BuiltWarehouse(exports.Path);
        Assert.Equal(0, w.Connection.ExecuteScalar<long>("select count(*) from marts.action_plan"));
    }

    public void Dispose() => _exports.Dispose();

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
