using System.Globalization;
using Analytics.Pipeline;

namespace Analytics.Models.Tests;

public sealed class PotentialWarehouseTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("analytics-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void From_orders_each_customer_gets_one_row_with_both_answers()
    {
        // Customer k orders every 30 days for 10 k; every fourth stops in its own month.
        var orders = from customer in Enumerable.Range(1, 80)
                     from month in Enumerable.Range(0, customer % 4 == 0 ? 12 + customer % 24 : 36)
                     select string.Create(CultureInfo.InvariantCulture, $"c{customer:000},{new DateOnly(2023, 1, 1).AddDays(customer % 30 + 30 * month):yyyy-MM-dd},{10 * customer}");
        var exports = Directory.CreateDirectory(Path.Combine(_folder, "exports")).FullName;
        File.WriteAllLines(Path.Combine(exports, "orders.csv"), orders.Prepend("customer,date,amount"));
        using var build = WarehouseBuild.Begin(new() { Exports = exports, Output = Path.Combine(_folder, "out"), AsOf = new DateOnly(2025, 12, 31) });
        build.LoadFiles(cancellation: TestContext.Current.CancellationToken);
        build.ComputeMarts(cancellation: TestContext.Current.CancellationToken);
        var churn = Churn.Assess(build.Connection, new ChurnOptions { Resamples = 50 });
        var potential = Potential.Assess(build.Connection, new ChurnOptions { Resamples = 50 });

        Assert.Equal(potential.Scores.Count, (int)Scalar("select count(*) from marts.scores"));
        Assert.Equal(churn.Scores.Count, (int)Scalar("select count(distinct account_id) from marts.scores where p_churn is not null and p_top20 is not null and expected_amount is not null"));
        Assert.Equal(potential.Scores.Count(score => score.Future2080), (int)Scalar("select count(*) from marts.scores where future_2080"));
        // 270 days of horizon hold nine orders of customer 79, which never stops.
        Assert.Equal(9 * 790, Scalar("select max(amount)::bigint from per_customer.potential_labels where account_id = 'c079'"));

        long Scalar(string sql)
        {
            using var command = build.Connection.CreateCommand();
            command.CommandText = sql;
            return (long)command.ExecuteScalar()!;
        }
    }
}
