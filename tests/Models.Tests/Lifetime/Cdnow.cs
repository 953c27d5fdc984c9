using System.Globalization;
using Analytics.Models.Lifetime;

namespace Analytics.Models.Tests.Lifetime;

/// <summary>The CDNOW sample, customers of early 1997 watched for 39 weeks and followed for 39 more, as the papers cut it.</summary>
internal sealed record CdnowCustomer(PurchaseHistory History, Spending Spending, int Later)
{
    private static readonly DateOnly s_cutoff = new(1997, 9, 30);

    internal static List<CdnowCustomer> Sample() =>
        File.ReadLines(RealData.File("cdnow", "CDNOW_sample.txt"))
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .GroupBy(parts => parts[0], StringComparer.Ordinal)
            .Select(Read)
            .ToList();

    private static CdnowCustomer Read(IGrouping<string, string[]> orders)
    {
        var days = orders
            .GroupBy(parts => DateOnly.ParseExact(parts[2], "yyyyMMdd", CultureInfo.InvariantCulture))
            .Select(day => (Date: day.Key, Amount: day.Sum(parts => double.Parse(parts[4], CultureInfo.InvariantCulture))))
            .OrderBy(day => day.Date)
            .ToList();
        var first = days[0].Date;
        var repeats = days.Skip(1).Where(day => day.Date <= s_cutoff).ToList();
        var last = repeats.Count == 0 ? first : repeats[^1].Date;
        return new CdnowCustomer(
            new PurchaseHistory(repeats.Count, Weeks(first, last), Weeks(first, s_cutoff)),
            new Spending(repeats.Count, repeats.Count == 0 ? 0 : repeats.Average(day => day.Amount)),
            days.Count(day => day.Date > s_cutoff));
    }

    private static double Weeks(DateOnly from, DateOnly to) => (to.DayNumber - from.DayNumber) / 7.0;
}
