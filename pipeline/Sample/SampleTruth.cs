using System.Text.Json;

namespace Analytics.Pipeline.Sample;

/// <summary>What was put into one file: its rows, as a reader counts them, and which of them must be rejected, mended or found twice.</summary>
internal sealed record SampleFileTruth(string File, string Table, string Crm, string Encoding)
{
    public long Rows { get; set; }

    /// <summary>Rows to be rejected, by reason.</summary>
    public SortedDictionary<string, long> Rejected { get; } = new(StringComparer.Ordinal);

    /// <summary>Cells that cannot be read, in rows that are kept, by reason.</summary>
    public SortedDictionary<string, long> Cells { get; } = new(StringComparer.Ordinal);

    /// <summary>Rows whose key a later row bears.</summary>
    public long Repeated { get; set; }

    /// <summary>Rows of accounts that no list of accounts has.</summary>
    public long Orphans { get; set; }

    /// <summary>Names spelled otherwise than in the lists.</summary>
    public long Respelled { get; set; }
}

/// <summary>What is true of one segment: its chances, and what came of them.</summary>
internal sealed class SegmentTruth
{
    public int Accounts { get; set; }
    public int Closed { get; set; }
    public int Won { get; set; }

    /// <summary>Sum of the chances of the opportunities that were decided, and of chance × (1 − chance).</summary>
    public double Chances { get; set; }
    public double Variance { get; set; }
    public int NewCustomers { get; set; }
    public int Left { get; set; }
    public long Orders { get; set; }
    public decimal Revenue { get; set; }
    public decimal Cost { get; set; }
    public decimal Spend { get; set; }
    public decimal ProspectingCost { get; set; }
}

/// <summary>What the maker knows and the exports only show: gathered while they are written, kept beside them.</summary>
internal sealed class SampleTruth(SampleOptions options, SampleLayout layout)
{
    /// <summary>The file of truths in the folder of a sample; it is no export.</summary>
    public const string FileName = "truth.json";

    private readonly Dictionary<string, SegmentTruth> _sectors = new(StringComparer.Ordinal), _channels = new(StringComparer.Ordinal), _owners = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Sector, string Channel), int> _leads = [];
    private readonly List<(decimal Amount, string Code)> _future = [];
    private readonly List<string> _rising = [];
    private readonly List<(string First, string Second)> _twice = [];
    private long _contracts, _people, _consenting, _deliveries, _late, _actions, _due, _onTime;

    public void Add(SampleStory story, SampleContacts contacts, SampleAccount? twin)
    {
        foreach (var segment in SegmentsOf(story.Account)) Add(segment, story, contacts);
        if (story.Future > 0) _future.Add((story.Future, story.Account.Code));
        if (story.Account.Growth > 1 && story.Orders.Count > 0) _rising.Add(story.Account.Code);
        if (twin is not null) _twice.Add((story.Account.Code, twin.Code));
    }

    public void Add(SampleLead lead)
    {
        var segment = (lead.Account.Sector.Name, lead.Account.Channel.Name);
        _leads[segment] = _leads.GetValueOrDefault(segment) + 1;
    }

    public void Add(SampleDelivery delivery)
    {
        _deliveries++;
        if (delivery.IsLate) _late++;
    }

    public void Add(SampleAction action)
    {
        _actions++;
        if (action.DueAt > options.LastDay || action.DueAt == options.LastDay && action.DoneAt is null) return;
        _due++;
        if (action.DoneAt <= action.DueAt) _onTime++;
    }

    public void Add(SampleContract _) => _contracts++;

    public void Add(SamplePerson person)
    {
        _people++;
        if (person.Consents) _consenting++;
    }

    public void AddSpend(SampleWorld.Channel channel, decimal amount) => Of(_channels, channel.Name).Spend += amount;

    public string Write(string folder, IEnumerable<SampleFileTruth> files)
    {
        ShareSpend();
        var path = Path.Combine(folder, FileName);
        using var file = File.Create(path);
        using var json = new Utf8JsonWriter(file, new() { Indented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        Write(json, "options", new { options.Customers, options.Years, options.Seed, options.LastDay, options.Crm, options.Language, options.Mess });
        Write(json, "files", files);
        json.WriteStartObject("segments");
        WriteSegments(json, "sector", _sectors, name => SampleWorld.Sectors.Single(s => s.Name == name) is var s ? new { s.WinRate, s.CycleDays, s.YearlyLoss } : null);
        WriteSegments(json, "channel", _channels, _ => null);
        WriteSegments(json, "owner", _owners, name => new { Profile = SampleWorld.Owners.Single(o => o.Name == name).IsHunter ? "hunter" : "farmer" });
        json.WriteEndObject();
        Write(json, "niches", new { WinRate = SampleWorld.Sectors.Where(s => s.WinRate >= 0.4).Select(s => layout.Word(s.Name)), Retention = SampleWorld.Sectors.Where(s => s.YearlyLoss < 0.1).Select(s => layout.Word(s.Name)) });
        Write(json, "churn_causes", Causes());
        Write(json, "future", Future());
        Write(json, "entered_twice", _twice.Select(t => new[] { t.First, t.Second }));
        Write(json, "contracts", new { Terms = _contracts, SampleWorld.UnderContract, SampleWorld.NotRenewed });
        Write(json, "contacts", new { People = _people, Consenting = _consenting, SampleWorld.Consents });
        Write(json, "actions", new { Planned = _actions, Due = _due, OnTime = _onTime, SampleWorld.DoneOnTime });
        Write(json, "deliveries", new { Orders = _deliveries, Late = _late, SampleWorld.LateLeaving, SampleWorld.LateStaying });
        json.WriteEndObject();
        return path;
    }

    private IEnumerable<SegmentTruth> SegmentsOf(SampleAccount account) =>
        [Of(_sectors, account.Sector.Name), Of(_channels, account.Channel.Name), Of(_owners, account.Owner.Name)];

    private void Add(SegmentTruth segment, SampleStory story, SampleContacts contacts)
    {
        segment.Accounts++;
        foreach (var opportunity in story.Opportunities.Where(o => o.ClosedAt is not null))
        {
            segment.Closed++;
            segment.Won += opportunity.IsWon ? 1 : 0;
            segment.Chances += opportunity.Chance;
            segment.Variance += opportunity.Chance * (1 - opportunity.Chance);
        }
        segment.ProspectingCost += contacts.ProspectingMinutes * story.Account.Owner.HourlyCost / 60;
        if (story.Orders.Count == 0) return;
        segment.NewCustomers++;
        segment.Left += story.Until < options.LastDay ? 1 : 0;
        segment.Orders += story.Orders.Count;
        segment.Revenue += story.Orders.Sum(o => o.Amount);
        segment.Cost += story.Orders.Sum(o => o.Cost);
    }

    /// <summary>What was spent on a channel is borne by the sectors of its leads.</summary>
    private void ShareSpend()
    {
        var leadsOf = _leads.GroupBy(l => l.Key.Channel, StringComparer.Ordinal).ToDictionary(c => c.Key, c => c.Sum(l => l.Value), StringComparer.Ordinal);
        foreach (var ((sector, channel), leads) in _leads)
            _sectors[sector].Spend += Math.Round(_channels[channel].Spend * leads / leadsOf[channel], 2);
    }

    /// <summary>The fifth of those that buy again who spend the most in the year to come.</summary>
    private FutureTruth Future()
    {
        var top = _future.OrderByDescending(f => f.Amount).ThenBy(f => f.Code, StringComparer.Ordinal).Take(_future.Count / 5).Select(f => f.Code).Order(StringComparer.Ordinal);
        return new(options.LastDay.AddDays(1), options.LastDay.AddDays(365), _future.Count, top, _rising);
    }

    private CauseTruth[] Causes() =>
    [
        new(layout.Word("Délai de livraison"), SampleWorld.ComplainsLeaving * SampleWorld.LateComplaints, SampleWorld.ComplainsStaying * SampleWorld.LateComplaints),
        new(layout.Word("Produit non conforme"), SampleWorld.ComplainsLeaving * (1 - SampleWorld.LateComplaints), SampleWorld.ComplainsStaying * (1 - SampleWorld.LateComplaints)),
    ];

    private void WriteSegments(Utf8JsonWriter json, string dimension, Dictionary<string, SegmentTruth> segments, Func<string, object?> planted)
    {
        json.WriteStartArray(dimension);
        foreach (var (name, segment) in segments.OrderBy(s => s.Key, StringComparer.Ordinal))
        {
            json.WriteStartObject();
            json.WriteString("segment", layout.Word(name));
            if (planted(name) is { } known) Write(json, "planted", known);
            Write(json, "happened", segment);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, string name, object value)
    {
        json.WritePropertyName(name);
        JsonSerializer.Serialize(json, value, Names);
    }

    private static readonly JsonSerializerOptions Names = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static SegmentTruth Of(Dictionary<string, SegmentTruth> segments, string name) =>
        segments.TryGetValue(name, out var segment) ? segment : segments[name] = new();

    private sealed record CauseTruth(string Cause, double Leaving, double Staying);

    private sealed record FutureTruth(DateOnly From, DateOnly To, int Buying, IEnumerable<string> Top, IReadOnlyList<string> Rising);
}
