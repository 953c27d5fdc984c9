using System.Globalization;

namespace Analytics.Pipeline.Sample;

/// <param name="Account">The account as it was typed: itself, or its second entry.</param>
internal sealed record SampleDelivery(SampleOrder Order, SampleAccount Account, DateOnly PromisedAt, DateOnly? DeliveredAt, DateOnly? PaidAt, bool IsLate);

internal sealed record SampleLead(string Code, SampleAccount Account, DateOnly DetectedAt);

internal sealed record SampleContract(string Code, SampleAccount Account, DateOnly StartedAt, DateOnly EndsAt, string Status, decimal Amount);

internal sealed record SampleAction(string Code, SampleAccount Account, string Name, DateOnly PlannedOn, DateOnly DueAt, DateOnly? DoneAt)
{
    public string Status => DoneAt is null ? "À faire" : "Fait";
}

internal sealed record SamplePerson(string Code, SampleAccount Account, string FirstName, string LastName, string Job, bool Consents);

/// <summary>What follows the sales: deliveries, payments, contracts, the people at an account, and the account entered a second time.</summary>
internal sealed class SampleService(SampleOptions options)
{
    private const ulong Delivering = 3, Contracting = 4, Meeting = 5, Typing = 6, Planning = 40, Asking = 41;
    private readonly DateOnly _lastDay = options.LastDay;
    private int _contracts, _people, _twins, _actions;

    public IEnumerable<SampleDelivery> Deliveries(SampleStory story, SampleAccount? twin)
    {
        var random = SampleRandom.Of(options.Seed, story.Account.Number, Delivering);
        foreach (var order in story.Orders)
        {
            var leaving = story.Until < _lastDay && order.OrderedAt.AddDays(180) > story.Until;
            var isLate = random.Chance(leaving ? SampleWorld.LateLeaving : SampleWorld.LateStaying);
            var promised = order.OrderedAt.AddDays(4 + random.Below(12));
            var delivered = promised.AddDays(isLate ? 4 + random.Below(20) : -random.Below(3));
            var paid = delivered.AddDays(20 + random.Below(30));
            var typedTwice = twin is not null && order.Kind == "Réassort" && random.Chance(0.3);
            yield return new(order, typedTwice ? twin! : story.Account, promised, Known(delivered), Known(paid), isLate);
        }
    }

    /// <summary>What made the account known, and what it asked for since: most of that comes to nothing.</summary>
    public IEnumerable<SampleLead> Leads(SampleAccount account)
    {
        var random = SampleRandom.Of(options.Seed, account.Number, Asking);
        var day = account.CreatedAt;
        for (var asked = 1; day <= _lastDay; asked++)
        {
            yield return new(string.Create(CultureInfo.InvariantCulture, $"PI{account.Number:00000}{(asked > 1 ? $"-{asked}" : "")}"), account, day);
            day = day.AddDays(15 + (int)random.Exponential(SampleWorld.DaysBetweenLeads));
        }
    }

    /// <summary>A yearly service contract from the first order on, renewed until it is not or the customer has gone.</summary>
    public IEnumerable<SampleContract> Contracts(SampleStory story)
    {
        var random = SampleRandom.Of(options.Seed, story.Account.Number, Contracting);
        if (story.Orders.Count == 0 || !random.Chance(SampleWorld.UnderContract)) yield break;
        var amount = Math.Round((decimal)(960 * story.Account.Sector.Basket * random.LogNormal(0.2)), 2);
        var start = story.Orders[0].OrderedAt;
        do
        {
            var end = start.AddYears(1).AddDays(-1);
            yield return new($"CT{++_contracts:00000}", story.Account, start, end, end < _lastDay ? "Terminé" : "Actif", amount);
            start = end.AddDays(1);
        }
        while (start <= _lastDay && start <= story.Until && !random.Chance(SampleWorld.NotRenewed));
    }

    /// <summary>Every year after the first order somebody is to look in on the customer, for as long as it is one.</summary>
    public IEnumerable<SampleAction> Actions(SampleStory story)
    {
        var random = SampleRandom.Of(options.Seed, story.Account.Number, Planning);
        for (var year = 1; story.Orders.Count > 0 && story.Orders[0].OrderedAt.AddYears(year).AddDays(-60) is var planned && planned <= _lastDay && planned <= story.Until; year++)
        {
            var due = planned.AddDays(20 + random.Below(60));
            var done = random.Chance(SampleWorld.DoneOnTime) ? due.AddDays(-random.Below(15)) : random.Chance(0.6) ? due.AddDays(1 + random.Below(40)) : (DateOnly?)null;
            yield return new($"PA{++_actions:00000}", story.Account, random.Chance(0.5) ? "Faire le point annuel" : "Présenter la nouvelle gamme", planned, due, done is { } day ? Known(day) : null);
        }
    }

    public IEnumerable<SamplePerson> People(SampleAccount account)
    {
        var random = SampleRandom.Of(options.Seed, account.Number, Meeting);
        for (var i = 1 + random.Below(3); i > 0; i--)
            yield return new($"CO{++_people:00000}", account, random.Pick(SampleWorld.FirstNames), random.Pick(SampleWorld.LastNames), random.Pick(SampleWorld.Jobs), random.Chance(SampleWorld.Consents));
    }

    /// <summary>The same company typed anew: its name as someone remembers it, some of its numbers, an account of its own.</summary>
    public SampleAccount? Twin(SampleAccount account)
    {
        var random = SampleRandom.Of(options.Seed, account.Number, Typing);
        if (options.Mess == 0 || !random.Chance(SampleWorld.EnteredTwice)) return null;
        return account with
        {
            Code = string.Create(CultureInfo.InvariantCulture, $"CL{options.Customers + ++_twins:00000}"),
            Name = Retyped(random, account.Name),
            CreatedAt = Known(account.CreatedAt.AddDays(30 + random.Below(200))) ?? _lastDay,
            Siret = random.Chance(0.7) ? account.Siret : "",
            Phone = random.Chance(0.6) ? account.Phone.Replace(" ", "", StringComparison.Ordinal) : "",
            Domain = random.Chance(0.6) ? account.Domain : "",
        };
    }

    private static string Retyped(SampleRandom random, string name) => random.Below(4) switch
    {
        0 => name.ToUpperInvariant(),
        1 => name.Replace(" SARL", "", StringComparison.Ordinal).Replace(" SAS", "", StringComparison.Ordinal) + " S.A.S.",
        2 => Slipped(random, name),
        _ => name.Replace("é", "e", StringComparison.Ordinal).Replace("Société", "Sté", StringComparison.Ordinal).Replace(" & ", " et ", StringComparison.Ordinal),
    };

    /// <summary>One letter left out, somewhere in its middle.</summary>
    private static string Slipped(SampleRandom random, string name) => name.Remove(2 + random.Below(Math.Max(1, name.Length - 4)), 1);

    private DateOnly? Known(DateOnly day) => day <= _lastDay ? day : null;
}
