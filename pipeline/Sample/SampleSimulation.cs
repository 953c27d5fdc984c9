namespace Analytics.Pipeline.Sample;

internal sealed record SampleOpportunity(
    string Code, SampleAccount Account, SampleWorld.Owner Owner, SampleWorld.Product Product,
    DateOnly CreatedAt, DateOnly? ClosedAt, string Stage, decimal Amount, string? LossReason)
{
    public bool IsWon => Stage == "Gagnée";

    public bool IsLost => Stage == "Perdue";

    public string Status => IsWon ? "Gagnée" : IsLost ? "Perdue" : "En cours";

    /// <summary>The chance that it had of being won.</summary>
    public double Chance { get; init; }
}

internal sealed record SampleOrder(
    string Code, SampleAccount Account, SampleWorld.Product Product, string Kind, DateOnly OrderedAt, decimal Amount, decimal Cost);

/// <summary>What one account did with us.</summary>
/// <param name="Future">What it spends in the year after the last day that the exports know.</param>
internal sealed record SampleStory(SampleAccount Account, IReadOnlyList<SampleOpportunity> Opportunities, IReadOnlyList<SampleOrder> Orders, decimal Future)
{
    /// <summary>The last day that it is a customer, were the exports to go on.</summary>
    public DateOnly? Until => Orders.Count == 0 ? null : Orders[0].OrderedAt.AddDays((int)Math.Min(Account.DaysUntilLoss, 20_000));
}

/// <summary>The company's years, account by account: opportunities until one is won, then orders until the customer stops.</summary>
internal sealed class SampleSimulation(SampleOptions options)
{
    private const ulong Tomorrow = 2;
    private readonly SampleRandom _random = new((ulong)options.Seed);
    private readonly DateOnly _lastDay = options.LastDay;
    private int _opportunities, _orders;

    /// <summary>One account after the other; none is kept.</summary>
    public IEnumerable<SampleStory> Stories()
    {
        var firstDay = options.LastDay.AddYears(-options.Years).AddDays(1);
        var days = options.LastDay.DayNumber - firstDay.DayNumber;
        for (var i = 1; i <= options.Customers; i++)
        {
            var account = SampleAccount.Draw(_random, options, i, firstDay, days);
            var opportunities = new List<SampleOpportunity>();
            yield return Win(account, opportunities) is { } firstOrder ? Buy(account, opportunities, firstOrder) : new(account, opportunities, [], 0);
        }
    }

    /// <summary>Opportunities one after the other, at most four; the day of the win, if there is one.</summary>
    private DateOnly? Win(SampleAccount account, List<SampleOpportunity> opportunities)
    {
        var day = account.CreatedAt;
        var chance = Math.Min(0.95, account.Sector.WinRate * account.Channel.WinFactor * account.Owner.WinFactor * 1.25);
        for (var attempt = 0; attempt < 4 && day <= _lastDay; attempt++)
        {
            var closes = day.AddDays(1 + (int)(account.Sector.CycleDays * _random.LogNormal(0.5)));
            var won = _random.Chance(chance);
            var open = closes > _lastDay;
            opportunities.Add(Opportunity(account, day, open ? null : closes, won) with { Chance = chance });
            if (open) return null;
            if (won) return closes;
            day = closes.AddDays(30 + (int)_random.Exponential(120));
        }
        return null;
    }

    private SampleOpportunity Opportunity(SampleAccount account, DateOnly created, DateOnly? closed, bool won) => new(
        $"OP{++_opportunities:00000}", account, account.Owner, Equipment(_random, account), created, closed,
        closed is null ? (_random.Chance(0.5) ? "Devis envoyé" : "Qualification") : won ? "Gagnée" : "Perdue",
        Math.Round((decimal)(2400 * account.Sector.Basket * account.Spending * _random.LogNormal(0.4)), 2),
        closed is not null && !won ? _random.Pick(SampleWorld.LossReasons) : null);

    private SampleStory Buy(SampleAccount account, List<SampleOpportunity> opportunities, DateOnly first)
    {
        var orders = new List<SampleOrder>();
        var (day, lost) = (first, first.AddDays((int)Math.Min(account.DaysUntilLoss, 20_000)));
        for (var kind = "Implantation"; day <= _lastDay && day <= lost; kind = "Réassort")
        {
            orders.Add(Order(_random, account, kind, day, first) with { Code = $"BC{++_orders:000000}" });
            day = day.AddDays(1 + (int)_random.Exponential(account.DaysBetweenOrders));
        }
        return new(account, opportunities, orders, Future(account, day, lost, first));
    }

    /// <summary>The same process for a year more, from draws of its own: the exports do not know it.</summary>
    private decimal Future(SampleAccount account, DateOnly day, DateOnly lost, DateOnly first)
    {
        var random = SampleRandom.Of(options.Seed, account.Number, Tomorrow);
        var sum = 0m;
        for (var end = _lastDay.AddDays(365); day <= end && day <= lost; day = day.AddDays(1 + (int)random.Exponential(account.DaysBetweenOrders)))
            sum += Order(random, account, "Réassort", day, first).Amount;
        return sum;
    }

    private static SampleOrder Order(SampleRandom random, SampleAccount account, string kind, DateOnly day, DateOnly first)
    {
        var product = kind == "Implantation" ? Equipment(random, account) : random.Pick(SampleWorld.Products, p => p.Price < 1500 ? 3 : 0.4);
        var growth = account.Growth == 1 ? 1 : Math.Pow(account.Growth, Math.Min(3, (day.DayNumber - first.DayNumber) / 365.0));
        var amount = Math.Round((decimal)((kind == "Implantation" ? 2400 : 420) * account.Sector.Basket * account.Spending * growth * random.LogNormal(0.5)), 2);
        var costRate = (double)(product.Cost / product.Price) * (0.95 + 0.1 * random.Uniform());
        return new("", account, product, kind, day, amount, Math.Round(amount * (decimal)costRate, 2));
    }

    private static SampleWorld.Product Equipment(SampleRandom random, SampleAccount account) =>
        random.Pick(SampleWorld.Products, p => p.Price > 800 ? (p.Price > 4000 ? account.Sector.Basket : 1) : 0.05);
}
