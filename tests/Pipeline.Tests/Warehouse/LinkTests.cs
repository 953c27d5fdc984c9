using Dapper;

namespace Analytics.Pipeline.Tests.Warehouse;

/// <summary>Rows find their account by id, else by name; what finds none is kept, and what comes twice counts once.</summary>
public sealed class LinkTests : IClassFixture<LinkTests.Linked>
{
    private readonly BuiltWarehouse _warehouse;

    public LinkTests(Linked linked) => _warehouse = linked.Warehouse;

    public sealed class Linked : IDisposable
    {
        private readonly TemporaryFolder _exports = new();

        public Linked()
        {
            _exports.Write("accounts.csv", "id,name,sector\nA1,Société Été,Steel\nA2,Beta,Wood\nA2,Beta Neuf,Glass\nA3,Gamma,Wood\n");
            _exports.Write("orders 2024.csv", """
                id,customer id,customer,date,amount,owner
                1,A1,Whatever,2024-01-01,1,Ann
                2,,SOCIETE ETE,2024-01-02,2,Ann
                3,A2,,2024-01-03,4,
                4,A9,,2024-01-04,8,Ann
                5,,Nobody Knows,2024-01-05,16,Ann
                6,,,2024-01-06,32,Ann
                7,A3,,2024-01-07,64,Ann
                7,A3,,2024-01-07,128,Ann
                """);
            _exports.Write("orders 2025.csv", "id,customer id,customer,date,amount,owner\n7,A3,,2024-01-07,256,Ann\n");
            Warehouse = new BuiltWarehouse(_exports.Path);
        }

        public BuiltWarehouse Warehouse { get; }

        public void Dispose()
        {
            Warehouse.Dispose();
            _exports.Dispose();
        }
    }

    [Fact]
    public void An_id_goes_before_a_name_and_a_name_is_read_by_its_letters() =>
        Assert.Equal([("A1", 3m), ("A2", 4m), ("A3", 256m), ("A9", 8m), ("Nobody Knows", 16m)],
            _warehouse.Connection.Query<(string, decimal)>("select account_id, revenue from marts.customers order by 1"));

    [Fact]
    public void What_matched_only_nearly_and_what_did_not_match_is_reported_with_its_rows() =>
        Assert.Equal(
            [new LinkReport("account", "A9", null, 1), new LinkReport("account", "Nobody Knows", null, 1), new LinkReport("account", "SOCIETE ETE", "Société Été", 1)],
            _warehouse.Links.Where(link => link.Column == "account").OrderBy(link => link.Value, StringComparer.Ordinal));

    [Fact]
    public void Orphans_are_counted_under_unknown_and_never_dropped()
    {
        Assert.Equal(319, _warehouse.Kpi("revenue"));
        // A9, Nobody Knows and the order that names no one have no sector; the order of A2 has no owner.
        Assert.Equal(8 + 16 + 32, _warehouse.Kpi("revenue", "sector", "(unknown)"));
        Assert.Equal(4, _warehouse.Connection.ExecuteScalar<decimal>("select amount from core.sales where owner_id = '(unknown)'"));
        Assert.Equal(1, _warehouse.Connection.ExecuteScalar<long>("select excluded from marts.kpis where kpi = 'customers' and dimension = 'all' and period = 'all' and owner_id is null"));
    }

    [Fact]
    public void A_key_that_comes_twice_counts_once_the_later_row_and_the_others_are_counted()
    {
        Assert.Equal(("Beta Neuf", "Glass"), _warehouse.Connection.QuerySingle<(string, string)>("select name, sector from core.accounts where account_id = 'A2'"));
        Assert.Equal([("accounts", "accounts.csv", 1L), ("orders", "orders 2024.csv", 2L)],
            _warehouse.Connection.Query<(string, string, long)>("select table_name, file, \"rows\" from core.repeats"));
    }

    [Fact]
    public void An_accounts_id_in_the_column_of_names_means_that_account()
    {
        using var exports = new TemporaryFolder();
        exports.Write("accounts.csv", "id,name,sector\nA,Alpha,Steel\nB,A,Wood\nC,Gamma,Wood\n");
        exports.Write("orders.csv", "id,customer,date,amount\n1,Alpha,2024-01-01,1\n2,A,2024-01-02,2\n3,C,2024-01-03,4\n4,c,2024-01-04,8\n");
        using var w = new BuiltWarehouse(exports.Path);
        // A is B's name before it is an id; "c" is written as the C beside it but for its case.
        Assert.Equal([("A", "Alpha", 1m), ("B", "A", 2m), ("C", "Gamma", 12m)],
            w.Connection.Query<(string, string, decimal)>("select account_id, name, revenue from marts.customers order by 1"));
        Assert.All(w.Checks, check => Assert.Equal((check.Name, 0L), (check.Name, check.Failures)));
    }
}
