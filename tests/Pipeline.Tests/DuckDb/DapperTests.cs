using Dapper;

namespace Analytics.Pipeline.Tests.DuckDb;

public class DapperTests
{
    private sealed record Order(int Id, string Customer, decimal Amount, DateOnly OrderedAt, double? Discount, List<string> Tags);

    [Fact]
    public void Records_are_queried_with_parameters()
    {
        using var connection = Database.Open();
        connection.Execute("CREATE TABLE orders (id INTEGER, customer VARCHAR, amount DECIMAL(12,2), ordered_at DATE, discount DOUBLE, tags VARCHAR[])");
        var inserted = connection.Execute(
            "INSERT INTO orders VALUES ($Id, $Customer, $Amount, $Date, $Discount, ['a', 'b'])",
            new[]
            {
                new { Id = 1, Customer = "Léa", Amount = 10.50m, Date = new DateTime(2024, 1, 2), Discount = (double?)null },
                new { Id = 2, Customer = "Zoé", Amount = 99m, Date = new DateTime(2024, 1, 3), Discount = (double?)0.1 },
            });
        Assert.Equal(2, inserted);
        var orders = connection.Query<Order>(
            "SELECT id AS Id, customer AS Customer, amount AS Amount, ordered_at AS OrderedAt, discount AS Discount, tags AS Tags FROM orders WHERE amount >= $least ORDER BY id",
            new { least = 10m }).ToList();
        Assert.Equal([1, 2], orders.Select(o => o.Id));
        Assert.Equal(("Léa", 10.50m, new DateOnly(2024, 1, 2), null), (orders[0].Customer, orders[0].Amount, orders[0].OrderedAt, orders[0].Discount));
        Assert.Equal(["a", "b"], orders[1].Tags);
    }

    [Fact]
    public void Lists_scalars_and_several_results_work()
    {
        using var connection = Database.Open();
        Assert.Equal([2L, 4L], connection.Query<long>("SELECT i FROM range(5) t(i) WHERE i IN $ids", new { ids = new[] { 2, 4 } }));
        Assert.Equal(3L, connection.ExecuteScalar<long>("SELECT count(*) FROM range(3)"));
        Assert.Equal("x", connection.QuerySingle<string>("SELECT $t", new { t = "x" }));
        using var several = connection.QueryMultiple("SELECT 1; SELECT 'a' UNION ALL SELECT 'b'");
        Assert.Equal(1, several.ReadSingle<int>());
        Assert.Equal(["a", "b"], several.Read<string>());
    }

    [Fact]
    public async Task Asynchronous_queries_and_transactions_work()
    {
        await using var connection = Database.Open();
        await using (var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken))
        {
            await connection.ExecuteAsync("CREATE TABLE t AS SELECT 1 AS a", transaction: transaction);
            await transaction.CommitAsync(TestContext.Current.CancellationToken);
        }
        Assert.Equal([1], await connection.QueryAsync<int>("SELECT a FROM t"));
        Assert.Equal(1, (await connection.QuerySingleAsync("SELECT a FROM t")).a);
    }
}
