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

    private static IEnumerable<string> Orders() =>
        from customer in Enumerable.Range(1, 8)
        from order in Enumerable.Range(0, 30)
        let day = new DateOnly(2023, 1, 1).AddDays(customer + order * 37)
        where day < new DateOnly(2026, 1, 1)
        select $"c{customer},{day:yyyy-MM-dd},{customer * 10 + order}";
}
