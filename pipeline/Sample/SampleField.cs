namespace Analytics.Pipeline.Sample;

internal sealed record SampleActivity(string Code, SampleAccount Account, string Kind, DateOnly Day, int Minutes, bool? Reached);

internal sealed record SampleQuote(string Code, SampleOpportunity Opportunity, DateOnly Day);

internal sealed record SampleComplaint(string Code, SampleAccount Account, string Reason, DateOnly MadeAt, DateOnly? ResolvedAt);

internal sealed record SampleAnswer(string Code, SampleAccount Account, DateOnly Day, int Score);

/// <summary>What was done around one account's sales, and what it said.</summary>
internal sealed record SampleContacts(
    IReadOnlyList<SampleActivity> Activities, IReadOnlyList<SampleQuote> Quotes, IReadOnlyList<SampleComplaint> Complaints, IReadOnlyList<SampleAnswer> Answers,
    int ProspectingMinutes);

/// <summary>What the company does around its sales, and what its customers say; drawn apart from the sales, so that it changes none of them.</summary>
internal sealed class SampleField(SampleOptions options)
{
    private static readonly string[] Kinds = ["Appel", "E-mail", "Rendez-vous", "Appel", "Visite"];
    private readonly SampleRandom _selling = new((ulong)options.Seed + 1_000_003);
    private readonly SampleRandom _serving = new((ulong)options.Seed + 2_000_003);
    private readonly DateOnly _lastDay = options.LastDay;
    private readonly List<SampleActivity> _activities = [];
    private readonly List<SampleQuote> _quotes = [];
    private int _activitiesMade, _quotesMade, _complaintsMade, _answersMade;

    public SampleContacts Around(SampleStory story)
    {
        _activities.Clear();
        _quotes.Clear();
        foreach (var opportunity in story.Opportunities) Pursue(opportunity);
        var prospecting = _activities.Sum(a => a.Minutes);
        var complains = story.Orders.Count > 0 && Serve(story);
        var complaints = complains ? [Complaint(story)] : Array.Empty<SampleComplaint>();
        var answers = story.Orders.Count > 0 && _serving.Chance(0.4) ? [Answer(story, complains)] : Array.Empty<SampleAnswer>();
        return new(_activities, _quotes, complaints, answers, prospecting);
    }

    /// <summary>A win takes four contacts or more; most losses were given up before the fourth.</summary>
    private void Pursue(SampleOpportunity opportunity)
    {
        var end = opportunity.ClosedAt ?? _lastDay;
        var days = end.DayNumber - opportunity.CreatedAt.DayNumber;
        var contacts = opportunity.IsWon ? 4 + _selling.Below(5) : 1 + _selling.Below(_selling.Chance(0.7) ? 3 : 6);
        for (var i = 0; i < contacts; i++)
            Log(_selling, opportunity.Account, Kinds[i % Kinds.Length], opportunity.CreatedAt.AddDays(days * i / contacts));
        if (opportunity.Stage is "Gagnée" or "Devis envoyé" || _selling.Chance(0.6))
            _quotes.Add(new($"DV{++_quotesMade:00000}", opportunity, opportunity.CreatedAt.AddDays(days / 2)));
    }

    /// <summary>A farmer is at its customers' every few weeks, a hunter hardly ever, for as long as they are customers; gives whether this one complains.</summary>
    private bool Serve(SampleStory story)
    {
        var (account, orders) = (story.Account, story.Orders);
        var (least, spread) = account.Owner.IsHunter ? (180, 240) : (45, 60);
        var end = Until(story.Until!.Value);
        for (var day = orders[0].OrderedAt.AddDays(45); day <= end; day = day.AddDays(least + _serving.Below(spread)))
            Log(_serving, account, _serving.Chance(0.4) ? "Visite" : "Appel", day);
        return _serving.Chance(story.Until < _lastDay ? SampleWorld.ComplainsLeaving : SampleWorld.ComplainsStaying);
    }

    private SampleComplaint Complaint(SampleStory story)
    {
        var made = Until(story.Orders[^1].OrderedAt.AddDays(_serving.Below(20)));
        var resolved = made.AddDays(2 + _serving.Below(25));
        return new($"RC{++_complaintsMade:0000}", story.Account, _serving.Chance(SampleWorld.LateComplaints) ? "Délai de livraison" : "Produit non conforme",
            made, resolved <= _lastDay ? resolved : null);
    }

    private SampleAnswer Answer(SampleStory story, bool complained) =>
        new($"ES{++_answersMade:0000}", story.Account, Until(story.Orders[^1].OrderedAt.AddDays(30)), (complained ? 2 : 6) + _serving.Below(5));

    private void Log(SampleRandom random, SampleAccount account, string kind, DateOnly day) => _activities.Add(new($"AC{++_activitiesMade:000000}", account, kind, day,
        Minutes: kind switch { "Appel" => 10, "E-mail" => 5, "Visite" => 90, _ => 60 } + random.Below(10),
        Reached: kind == "Appel" ? random.Chance(0.55) : null));

    private DateOnly Until(DateOnly day) => day <= _lastDay ? day : _lastDay;
}
