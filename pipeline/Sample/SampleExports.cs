namespace Analytics.Pipeline.Sample;

/// <summary>All the files of a sample, written side by side while the company's accounts go by.</summary>
internal sealed class SampleExports : IDisposable
{
    private readonly string _folder;
    private readonly SampleOptions _options;
    private readonly SampleTruth _truth;
    private readonly List<SampleSheet> _sheets;

    public SampleExports(string folder, SampleLayout layout, SampleOptions options)
    {
        _folder = folder;
        _options = options;
        _truth = new(options, layout);
        _sheets = SampleFiles.Of(layout, options).Select(f => new SampleSheet(folder, layout, f, options)).ToList();
    }

    public void Write(SampleSimulation company, IProgress<int>? written, CancellationToken cancellation)
    {
        WriteLists();
        var (field, service) = (new SampleField(_options), new SampleService(_options));
        var accounts = Tables("accounts", SampleColumns.Accounts);
        var contacts = Tables("contacts", SampleColumns.Contacts);
        var opportunities = Tables("opportunities", SampleColumns.Opportunities);
        var orders = Tables("orders", SampleColumns.Orders, d => d.Order.OrderedAt);
        var contracts = Tables("contracts", SampleColumns.Contracts);
        var actions = Tables("actions", SampleColumns.Actions);
        var leads = Tables("leads", SampleColumns.Leads);
        var activities = Tables("activities", SampleColumns.Activities);
        var quotes = Tables("quotes", SampleColumns.Quotes);
        var complaints = Tables("complaints", SampleColumns.Complaints);
        var surveys = Tables("surveys", SampleColumns.Surveys);
        foreach (var story in company.Stories())
        {
            cancellation.ThrowIfCancellationRequested();
            var twin = service.Twin(story.Account);
            var around = field.Around(story);
            _truth.Add(story, around, twin);
            Add(accounts, twin is null ? [story.Account] : [story.Account, twin]);
            Add(leads, service.Leads(story.Account), _truth.Add);
            Add(contacts, service.People(story.Account), _truth.Add);
            Add(opportunities, story.Opportunities);
            Add(orders, service.Deliveries(story, twin), _truth.Add);
            Add(contracts, service.Contracts(story), _truth.Add);
            Add(actions, service.Actions(story), _truth.Add);
            Add(activities, around.Activities);
            Add(quotes, around.Quotes);
            Add(complaints, around.Complaints);
            Add(surveys, around.Answers);
            if (story.Account.Number % 1000 == 0) written?.Report(story.Account.Number);
        }
    }

    /// <summary>Ends every file and writes the truths; gives all paths.</summary>
    public IReadOnlyList<string> Finish()
    {
        Dispose();
        return [.. _sheets.Select(s => s.Path), _truth.Write(_folder, _sheets.Select(s => s.Truth))];
    }

    public void Dispose()
    {
        foreach (var sheet in _sheets) sheet.Dispose();
    }

    /// <summary>The short lists that do not grow with the customers.</summary>
    private void WriteLists()
    {
        Add(Tables("owners", SampleColumns.Owners), SampleWorld.Owners);
        Add(Tables("products", SampleColumns.Products), SampleWorld.Products);
        Add(Tables("marketing_spend", SampleColumns.Spend),
            from month in Months() from channel in SampleWorld.Channels where channel.MonthlySpend > 0 select (Month: month, Channel: channel),
            spend => _truth.AddSpend(spend.Channel, spend.Channel.MonthlySpend));
        Add(Tables("targets", SampleColumns.Targets),
            from month in Months() from owner in SampleWorld.Owners select (month, owner, Math.Round(_options.Customers * 40m * (decimal)owner.WinFactor, 2)));
    }

    private IEnumerable<DateOnly> Months()
    {
        var first = _options.LastDay.AddYears(-_options.Years).AddDays(1);
        return Enumerable.Range(0, _options.Years * 12).Select(m => new DateOnly(first.Year, first.Month, 1).AddMonths(m));
    }

    private List<SampleTable<T>> Tables<T>(string table, Dictionary<string, Func<T, SampleCell>> columns, Func<T, DateOnly>? day = null) => _sheets
        .Where(s => s.File.Table == table)
        .Select(s => new SampleTable<T>(s, columns, _options.LastDay, day))
        .ToList();

    private static void Add<T>(List<SampleTable<T>> tables, IEnumerable<T> rows, Action<T>? tell = null)
    {
        foreach (var row in rows)
        {
            tell?.Invoke(row);
            foreach (var table in tables) table.Add(row);
        }
    }
}
