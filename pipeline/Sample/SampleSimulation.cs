namespace Analytics.Pipeline.Sample;

internal sealed record SampleOpportunity(
    string Code, SampleAccount Account, SampleWorld.Owner Owner, SampleWorld.Product Product,
    DateOnly CreatedAt, DateOnly? ClosedAt, string Stage, decimal Amount, string? LossReason);

internal sealed record SampleOrder(
    string Code, SampleAccount Account, SampleWorld.Product Product, string Kind, DateOnly OrderedAt, decimal Amount, decimal Cost);

/// <summary>The company's years, account by account: opportunities until one is won, then orders until the customer stops.</summary>
internal sealed class SampleSimulation
{
    private readonly SampleRandom _random;
    private readonly DateOnly _lastDay;

    public SampleSimulation(SampleOptions options)
    {
        _random = new((ulong)options.Seed);
        _lastDay = options.LastDay;
        var firstDay = options.LastDay.AddYears(-options.Years).AddDays(1);
        var days = options.LastDay.DayNumber - firstDay.DayNumber;
        for (var i = 1; i <= options.Customers; i++)
        {
            var account = SampleAccount.Draw(_random, i, firstDay, days);
            Accounts.Add(account);
            if (Win(account) is { } firstOrder) Buy(account, firstOrder);
        }
    }

    public List<SampleAccount> Accounts { get; } = [];

    public List<SampleOpportunity> Opportunities { get; } = [];

    public List<SampleOrder> Orders { get; } = [];

    /// <summary>Opportunities one after the other, at most four; the day of the win, if there is one.</summary>
    private DateOnly? Win(SampleAccount account)
    {
        var day = account.CreatedAt;
        for (var attempt = 0; attempt < 4 && day <= _lastDay; attempt++)
        {
            var closes = day.AddDays(1 + (int)(account.Sector.CycleDays * _random.LogNormal(0.5)));
            var won = _random.Chance(Math.Min(0.95, account.Sector.WinRate * account.Channel.WinFactor * account.Owner.WinFactor * 1.25));
            var open = closes > _lastDay;
            Opportunities.Add(Opportunity(account, day, open ? null : closes, won));
            if (open) return null;
            if (won) return closes;
            day = closes.AddDays(30 + (int)_random.Exponential(120));
        }
        return null;
    }

    private SampleOpportunity Opportunity(SampleAccount account, DateOnly created, DateOnly? closed, bool won) => new(
        $"OP{Opportunities.Count + 1:00000}", account, account.Owner, Equipment(account), created, closed,
        closed is null ? (_random.Chance(0.5) ? "Devis envoyé" : "Qualification") : won ? "Gagnée" : "Perdue",
        Math.Round((decimal)(2400 * account.Sector.Basket * account.Spending * _random.LogNormal(0.4)), 2),
        closed is not null && !won ? _random.Pick(SampleWorld.LossReasons) : null);

    private void Buy(SampleAccount account, DateOnly day)
    {
        var lost = day.AddDays((int)Math.Min(account.DaysUntilLoss, 20_000));
        for (var kind = "Implantation"; day <= _lastDay && day <= lost; kind = "Réassort")
        {
            Orders.Add(Order(account, kind, day));
            day = day.AddDays(1 + (int)_random.Exponential(account.DaysBetweenOrders));
        }
    }

    private SampleOrder Order(SampleAccount account, string kind, DateOnly day)
    {
        var product = kind == "Implantation" ? Equipment(account) : _random.Pick(SampleWorld.Products, p => p.Price < 1500 ? 3 : 0.4);
        var amount = Math.Round((decimal)((kind == "Implantation" ? 2400 : 420) * account.Sector.Basket * account.Spending * _random.LogNormal(0.5)), 2);
        var costRate = (double)(product.Cost / product.Price) * (0.95 + 0.1 * _random.Uniform());
        return new($"BC{Orders.Count + 1:000000}", account, product, kind, day, amount, Math.Round(amount * (decimal)costRate, 2));
    }

    private SampleWorld.Product Equipment(SampleAccount account) =>
        _random.Pick(SampleWorld.Products, p => p.Price > 800 ? (p.Price > 4000 ? account.Sector.Basket : 1) : 0.05);
}
