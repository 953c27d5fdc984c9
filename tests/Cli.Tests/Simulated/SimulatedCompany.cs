using System.Globalization;

namespace Analytics.Cli.Tests.Simulated;

/// <summary>An order of a simulated company.</summary>
public sealed record SimulatedOrder(string Customer, DateOnly Day, decimal Amount);

/// <summary>
/// Order lists of companies that do not exist, four years of which the last is the future. Nothing in them is drawn as our models suppose: gaps are
/// Weibull, gamma or by the calendar instead of exponential; lifetimes are log-normal or of months instead of geometric; amounts are log-normal or
/// price tiers instead of gamma; and customers slow down before they leave.
/// </summary>
public sealed class SimulatedCompany(int seed)
{
    public static DateOnly AsOf { get; } = new(2024, 12, 31);

    private static DateOnly Opening { get; } = new(2022, 1, 1);

    private const int Days = 4 * 365;

    private readonly Random _random = new(seed);

    /// <summary>A shop: more than half of its customers buy once; the others come back at irregular intervals until they lose interest.</summary>
    public List<SimulatedOrder> Shop(int customers) => Each(customers, first: Days, (first, add) =>
    {
        var basket = LogNormal(60, 0.6);
        var scale = LogNormal(80, 0.6);
        var until = first + LogNormal(450, 0.8);
        add(first, basket * LogNormal(1, 0.5));
        if (_random.NextDouble() < 0.55) return;
        for (var day = first + Weibull(0.8, scale); day < until; day += Weibull(0.8, scale)) add(day, basket * LogNormal(1, 0.5));
    });

    /// <summary>A wholesaler: each customer has its rhythm and size, which drifts; two orders before it leaves it slows down and buys less. From the day given on, prices are multiplied.</summary>
    public List<SimulatedOrder> Wholesale(int customers, DateOnly? repriced = null, double price = 1) => Each(customers, first: Days * 3 / 4, (first, add) =>
    {
        var (rhythm, size, drift) = (LogNormal(35, 0.7), LogNormal(800, 1), 0.25 * Normal());
        var end = first - 900 * Math.Log(_random.NextDouble());
        for (double day = first; day < end; day += rhythm * Erlang(6) * (end - day < 3 * rhythm ? 1.7 : 1))
        {
            var shocked = repriced is { } from && Opening.AddDays((int)day) >= from ? price : 1;
            add(day, size * Math.Exp(drift * (day - first) / 365) * LogNormal(1, 0.3) * shocked * (end - day < 3 * rhythm ? 0.7 : 1));
        }
    });

    /// <summary>A subscription: the same fee each month in one of four tiers, more cancellations in the first three months, now and then a higher tier.</summary>
    public List<SimulatedOrder> Subscription(int customers) => Each(customers, first: Days, (first, add) =>
    {
        double[] fees = [29, 99, 299, 990];
        var tier = (int)(4 * Math.Pow(_random.NextDouble(), 2));
        for (var month = 0; ; month++)
        {
            add(Opening.AddDays((int)first).AddMonths(month).DayNumber - Opening.DayNumber, fees[tier]);
            if (first + 30 * month > Days || _random.NextDouble() < (month < 3 ? 0.06 : 0.02)) return;
            if (tier < 3 && _random.NextDouble() < 0.015) tier++;
        }
    });

    /// <summary>A seasonal trade: each customer buys in its own one to three months of the year, and one in five does not come back for the next.</summary>
    public List<SimulatedOrder> Seasonal(int customers) => Each(customers, first: Days * 3 / 4, (first, add) =>
    {
        var (size, season, months) = (LogNormal(300, 0.9), _random.Next(12), 1 + _random.Next(3));
        for (var year = (int)(first / 365); year < 5; year++)
        {
            for (var month = season; month < season + months; month++)
                if (_random.NextDouble() < 0.85) add(365 * year + 30.4 * month + _random.Next(30), size * LogNormal(1, 0.4));
            if (_random.NextDouble() < 0.2) return;
        }
    });

    /// <summary>As a CSV of three columns, in the order of the days.</summary>
    public static string Csv(IEnumerable<SimulatedOrder> orders) => "customer,date,amount\n" + string.Join('\n', orders.OrderBy(order => order.Day).ThenBy(order => order.Customer, StringComparer.Ordinal)
        .Select(order => string.Create(CultureInfo.InvariantCulture, $"{order.Customer},{order.Day:yyyy-MM-dd},{order.Amount}")));

    private List<SimulatedOrder> Each(int customers, double first, Action<double, Action<double, double>> live)
    {
        var orders = new List<SimulatedOrder>();
        for (var customer = 1; customer <= customers; customer++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"c{customer:0000}");
            live(first * _random.NextDouble(), (day, amount) =>
            {
                if (day is >= 0 and < Days) orders.Add(new(name, Opening.AddDays((int)day), Math.Round((decimal)amount, 2)));
            });
        }
        return orders;
    }

    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());

    private double LogNormal(double median, double deviation) => median * Math.Exp(deviation * Normal());

    private double Weibull(double shape, double scale) => scale * Math.Pow(-Math.Log(1 - _random.NextDouble()), 1 / shape);

    /// <summary>The mean of so many exponential draws of mean 1.</summary>
    private double Erlang(int stages) => Enumerable.Range(0, stages).Average(_ => -Math.Log(1 - _random.NextDouble()));
}
