using System.Globalization;
using Analytics.Models.Features;
using Analytics.Pipeline;

namespace Analytics.Models.Tests.Features;

/// <summary>From a file of orders, through the warehouse, to what the lifetime model is told.</summary>
public sealed class HistoriesFromOrdersTests : IDisposable
{
    private static readonly DateOnly s_asOf = new(2025, 12, 31);
    private readonly string _folder = Directory.CreateTempSubdirectory("analytics-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Days_with_purchases_are_counted_from_the_first()
    {
        var panel = Read("made", ["once,2022-12-01,5", "twice,2025-01-01,10", "twice,2025-01-01,20", "twice,2025-03-02,30", "refund,2025-05-01,-3"]);

        Assert.Equal(
            [("once", 0, 0.0, 1126.0), ("twice", 1, 60.0, 364.0)],
            panel.Histories.Where(known => known.Cutoff == s_asOf).Select(known => (known.AccountId, known.History.Repeats, known.History.Last, known.History.Age)));
        // The horizon is 270 days, and the last of these orders is 304 days old.
        Assert.Equal([(5.0, 0.0), (60.0, 0.0)], panel.Histories.Where(known => known.Cutoff == s_asOf).Select(known => (known.Amount, known.AmountRecent)));
    }

    [Fact]
    public void Changing_orders_after_a_cutoff_moves_no_lifetime_feature_at_it()
    {
        var orders = (from customer in Enumerable.Range(1, 12)
                      from order in Enumerable.Range(0, 30)
                      let day = new DateOnly(2023, 1, 1).AddDays(customer + order * (20 + 3 * customer))
                      where day < s_asOf
                      select (Customer: customer, Day: day)).Append((Customer: 1, Day: s_asOf)).ToList();
        var before = Read("before", orders.Select(order => Line(order.Customer, order.Day)));
        var cutoff = before.LabelledRows().Max(row => before.Cutoffs[row]);
        // Every later order goes to the first customer; the last day stays, so that the cutoffs do.
        var after = Read("after", orders.Select(order => Line(order.Day > cutoff ? 1 : order.Customer, order.Day)));

        Assert.Equal(Earlier(before, cutoff), Earlier(after, cutoff));
        Assert.NotEqual(Earlier(before, s_asOf), Earlier(after, s_asOf));
    }

    private static string Line(int customer, DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"c{customer},{day:yyyy-MM-dd},10");

    private static List<(string Account, DateOnly Cutoff, double Silence, double Orders)> Earlier(CustomerPanel panel, DateOnly latest)
    {
        var features = LifetimeFeatures.AddTo(panel).Features;
        var (silence, orders) = (features.Only(LifetimeFeatures.Silence).Columns[0], features.Only(LifetimeFeatures.Purchases).Columns[0]);
        return Enumerable.Range(0, features.Rows).Where(row => panel.Cutoffs[row] <= latest)
            .Select(row => (panel.AccountIds[row], panel.Cutoffs[row], silence[row], orders[row])).ToList();
    }

    private CustomerPanel Read(string name, IEnumerable<string> lines)
    {
        var exports = Directory.CreateDirectory(Path.Combine(_folder, name)).FullName;
        File.WriteAllLines(Path.Combine(exports, "orders.csv"), lines.Prepend("customer,date,amount"));
        using var build = WarehouseBuild.Begin(new() { Exports = exports, Output = Path.Combine(_folder, name + "-out"), AsOf = s_asOf });
        build.LoadFiles(cancellation: TestContext.Current.CancellationToken);
        build.ComputeMarts(cancellation: TestContext.Current.CancellationToken);
        return WarehousePanel.Read(build.Connection);
    }
}
