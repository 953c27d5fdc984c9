using System.Globalization;
using Dapper;

namespace Analytics.Pipeline.Tests.Warehouse;

/// <summary>Features see nothing after their cutoff, labels nothing before it.</summary>
public sealed class LeakageTests
{
    [Fact]
    public void Changing_facts_after_a_cutoff_moves_no_feature_at_it()
    {
        using var exports = new TemporaryFolder();
        var path = exports.Write("orders.csv", "customer,date,amount\n" + string.Join("\n", Orders()));
        using var before = new BuiltWarehouse(exports.Path, new DateOnly(2025, 12, 31));
        var cutoff = before.Connection.ExecuteScalar<DateTime>("select max(cutoff)::timestamp from per_customer.churn_labels");
        // Every later order becomes a hundred times larger; the last day stays, so that the cutoffs do.
        File.WriteAllText(path, "customer,date,amount\n" + string.Join("\n", Orders().Select(o => DateTime.Parse(o.Split(',')[1], CultureInfo.InvariantCulture) > cutoff ? o + "00" : o)));
        using var after = new BuiltWarehouse(exports.Path, new DateOnly(2025, 12, 31));

        var features = $"select string_agg(f::varchar, chr(10) order by account_id, cutoff) from per_customer.churn_features as f where cutoff <= date '{cutoff:yyyy-MM-dd}'";
        Assert.NotNull(before.Connection.ExecuteScalar<string>(features));
        Assert.Equal(before.Connection.ExecuteScalar<string>(features), after.Connection.ExecuteScalar<string>(features));
        Assert.NotEqual(before.Kpi("revenue"), after.Kpi("revenue"));
    }

    [Fact]
    public void A_customer_has_churned_when_it_orders_no_more_within_the_horizon()
    {
        using var exports = new TemporaryFolder();
        exports.Write("orders.csv", "customer,date,amount\nstays,2023-01-01,1\n" + string.Join("\n",
            Enumerable.Range(0, 36).Select(m => $"stays,{new DateOnly(2023, 1, 15).AddMonths(m):yyyy-MM-dd},10")
                .Concat(Enumerable.Range(0, 20).Select(m => $"leaves,{new DateOnly(2023, 1, 20).AddMonths(m):yyyy-MM-dd},10"))));
        using var w = new BuiltWarehouse(exports.Path, new DateOnly(2025, 12, 31));
        // 1,095 days of history: the horizon is a quarter of it in whole months, 270 days; "leaves" last orders on 2024-08-20.
        Assert.Equal(270, w.Connection.ExecuteScalar<int>("select horizon_days from core.horizon"));
        Assert.False(w.Connection.ExecuteScalar<bool>("select bool_or(churned) from per_customer.churn_labels where account_id = 'stays'"));
        Assert.Equal(
            w.Connection.ExecuteScalar<long>("select count(*) from core.cutoffs where is_labelled and cutoff >= date '2024-08-20' and cutoff - date '2024-08-20' < 270"),
            w.Connection.ExecuteScalar<long>("select count(*) from per_customer.churn_labels where account_id = 'leaves' and churned"));
    }

    [Fact]
    public void A_customer_under_contract_has_churned_when_it_ends_and_is_not_taken_up_again()
    {
        using var exports = new TemporaryFolder();
        string[] monthly = ["stays", "ends"];
        string[] once = ["renews", "open", "undecided"];
        exports.Write("orders.csv", "customer,date,amount\nstays,2023-01-01,1\n"
            + string.Concat(monthly.SelectMany(c => Enumerable.Range(0, 36).Select(m => $"{c},{new DateOnly(2023, 1, 15).AddMonths(m):yyyy-MM-dd},10\n")))
            + string.Concat(once.Select(c => $"{c},2023-01-20,10\n")));
        exports.Write("contracts.csv", """
            contract id,customer,contract start date,contract end date
            1,ends,2024-01-01,2024-12-31
            2,renews,2024-01-01,2024-12-31
            3,renews,2025-01-10,2026-01-09
            4,open,2023-02-01,
            5,undecided,2025-01-01,2025-12-15
            """);
        using var w = new BuiltWarehouse(exports.Path, new DateOnly(2025, 12, 31));
        string Outcomes(string customer) => w.Connection.ExecuteScalar<string>(
            "select string_agg(cutoff || case when churned then ' left' else ' stayed' end, ', ' order by cutoff) from per_customer.churn_labels where account_id = $customer and cutoff >= date '2024-10-01'", new { customer })!;

        // Horizons of 270 days. "ends" still orders every month, "renews" and "open" have not for years; of "undecided" the end may still be renewed.
        Assert.Equal("2024-10-07 left, 2025-01-05 stayed, 2025-04-05 stayed", Outcomes("ends"));
        Assert.Equal("2024-10-07 stayed, 2025-04-05 stayed", Outcomes("renews"));
        Assert.Equal("2024-10-07 stayed, 2025-01-05 stayed, 2025-04-05 stayed", Outcomes("open"));
        Assert.Equal("2025-01-05 stayed", Outcomes("undecided"));
    }

    private static IEnumerable<string> Orders() =>
        from customer in Enumerable.Range(1, 8)
        from order in Enumerable.Range(0, 30)
        let day = new DateOnly(2023, 1, 1).AddDays(customer + order * 37)
        where day < new DateOnly(2026, 1, 1)
        select $"c{customer},{day:yyyy-MM-dd},{customer * 10 + order}";
}
