namespace Analytics.Pipeline.Sample;

internal sealed record SampleActivity(SampleAccount Account, string Kind, DateOnly Day, int Minutes, bool? Reached);

internal sealed record SampleQuote(string Code, SampleOpportunity Opportunity, DateOnly Day);

internal sealed record SampleComplaint(string Code, SampleAccount Account, string Reason, DateOnly MadeAt, DateOnly? ResolvedAt);

internal sealed record SampleAnswer(string Code, SampleAccount Account, DateOnly Day, int Score);

/// <summary>What the company does around its sales, and what its customers say; drawn after the sales, so that it changes none of them.</summary>
internal sealed class SampleField
{
    private static readonly string[] Kinds = ["Appel", "E-mail", "Rendez-vous", "Appel", "Visite"];

    private readonly SampleRandom _random;
    private readonly DateOnly _lastDay;

    public SampleField(SampleSimulation company, SampleOptions options)
    {
        _random = new((ulong)options.Seed + 1_000_003);
        _lastDay = options.LastDay;
        foreach (var opportunity in company.Opportunities) Pursue(opportunity);
        foreach (var orders in company.Orders.GroupBy(o => o.Account)) Serve(orders.Key, orders.Select(o => o.OrderedAt).ToList());
    }

    public List<SampleActivity> Activities { get; } = [];

    public List<SampleQuote> Quotes { get; } = [];

    public List<SampleComplaint> Complaints { get; } = [];

    public List<SampleAnswer> Answers { get; } = [];

    /// <summary>A win takes four contacts or more; most losses were given up before the fourth.</summary>
    private void Pursue(SampleOpportunity opportunity)
    {
        var end = opportunity.ClosedAt ?? _lastDay;
        var days = end.DayNumber - opportunity.CreatedAt.DayNumber;
        var contacts = opportunity.Stage == "Gagnée" ? 4 + _random.Below(5) : 1 + _random.Below(_random.Chance(0.7) ? 3 : 6);
        for (var i = 0; i < contacts; i++)
            Log(opportunity.Account, Kinds[i % Kinds.Length], opportunity.CreatedAt.AddDays(days * i / contacts));
        if (opportunity.Stage is "Gagnée" or "Devis envoyé" || _random.Chance(0.6))
            Quotes.Add(new($"DV{Quotes.Count + 1:00000}", opportunity, opportunity.CreatedAt.AddDays(days / 2)));
    }

    private void Serve(SampleAccount account, List<DateOnly> orders)
    {
        for (var day = orders[0].AddDays(45); day <= orders[^1]; day = day.AddDays(60 + _random.Below(90)))
            Log(account, _random.Chance(0.4) ? "Visite" : "Appel", day);
        var complains = _random.Chance(IsLeaving(account, orders) ? 0.5 : 0.08);
        if (complains) Complain(account, orders[^1]);
        if (_random.Chance(0.4)) Answer(account, orders[^1], complains);
    }

    private bool IsLeaving(SampleAccount account, List<DateOnly> orders) =>
        orders[0].DayNumber + account.DaysUntilLoss < _lastDay.DayNumber;

    private void Complain(SampleAccount account, DateOnly lastOrder)
    {
        var made = Until(lastOrder.AddDays(_random.Below(20)));
        var resolved = made.AddDays(2 + _random.Below(25));
        Complaints.Add(new($"RC{Complaints.Count + 1:0000}", account, _random.Chance(0.7) ? "Délai de livraison" : "Produit non conforme",
            made, resolved <= _lastDay ? resolved : null));
    }

    private void Answer(SampleAccount account, DateOnly lastOrder, bool complained) =>
        Answers.Add(new($"ES{Answers.Count + 1:0000}", account, Until(lastOrder.AddDays(30)), (complained ? 2 : 6) + _random.Below(5)));

    private void Log(SampleAccount account, string kind, DateOnly day) => Activities.Add(new(account, kind, day,
        Minutes: kind switch { "Appel" => 10, "E-mail" => 5, "Visite" => 90, _ => 60 } + _random.Below(10),
        Reached: kind == "Appel" ? _random.Chance(0.55) : null));

    private DateOnly Until(DateOnly day) => day <= _lastDay ? day : _lastDay;
}
