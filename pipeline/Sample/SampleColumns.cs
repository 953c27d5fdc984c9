namespace Analytics.Pipeline.Sample;

/// <summary>What each column of the warehouse's tables holds for a row of the company's, whatever the heading that it is written under.</summary>
internal static class SampleColumns
{
    public static readonly Dictionary<string, Func<SampleAccount, SampleCell>> Accounts = new(StringComparer.Ordinal)
    {
        ["id"] = a => a.Code,
        ["name"] = a => a.Name,
        ["type"] = a => SampleCell.Word(a.Type),
        ["sector"] = a => SampleCell.Word(a.Sector.Name),
        ["employees"] = a => a.Employees,
        ["city"] = a => a.Region.City,
        ["postcode"] = a => a.Region.Postcode,
        ["region"] = a => a.Region.Name,
        ["country"] = _ => SampleCell.Word("France"),
        ["channel"] = a => SampleCell.Word(a.Channel.Name),
        ["owner_id"] = a => a.Owner.Code,
        ["owner_name"] = a => a.Owner.Name,
        ["created_at"] = a => a.CreatedAt,
        ["modified_at"] = a => a.CreatedAt,
        ["siren"] = a => a.Siret,
        ["vat"] = a => a.Siret.Length == 0 ? "" : a.Vat,
        ["phone"] = a => a.Phone,
        ["domain"] = a => a.Domain,
        ["email"] = a => a.Domain.Length == 0 ? "" : $"contact@{a.Domain}",
        ["tags"] = a => SampleCell.Word(a.DaysBetweenOrders < 50 ? "Fidèle" : "Occasionnel"),
        ["is_deleted"] = _ => SampleCell.Flag(false),
    };

    public static readonly Dictionary<string, Func<SamplePerson, SampleCell>> Contacts = new(StringComparer.Ordinal)
    {
        ["id"] = p => p.Code,
        ["account_id"] = p => p.Account.Code,
        ["account_name"] = p => p.Account.Name,
        ["first_name"] = p => p.FirstName,
        ["last_name"] = p => p.LastName,
        ["name"] = p => $"{p.FirstName} {p.LastName}",
        ["email"] = p => $"{SampleAccount.Plain(p.FirstName)}.{SampleAccount.Plain(p.LastName)}@{p.Account.Domain}",
        ["phone"] = p => p.Account.Phone,
        ["job_title"] = p => SampleCell.Word(p.Job),
        ["owner_id"] = p => p.Account.Owner.Code,
        ["owner_name"] = p => p.Account.Owner.Name,
        ["consent"] = p => SampleCell.Flag(p.Consents),
        ["opted_out"] = p => SampleCell.Flag(!p.Consents),
        ["created_at"] = p => p.Account.CreatedAt,
        ["is_deleted"] = _ => SampleCell.Flag(false),
    };

    public static readonly Dictionary<string, Func<SampleOpportunity, SampleCell>> Opportunities = new(StringComparer.Ordinal)
    {
        ["id"] = o => o.Code,
        ["name"] = o => $"{o.Account.Name} – {o.Code}",
        ["account_id"] = o => o.Account.Code,
        ["account_name"] = o => o.Account.Name,
        ["owner_id"] = o => o.Owner.Code,
        ["owner_name"] = o => o.Owner.Name,
        ["product_name"] = o => SampleCell.Word(o.Product.Name),
        ["channel"] = o => SampleCell.Word(o.Account.Channel.Name),
        ["created_at"] = o => o.CreatedAt,
        ["modified_at"] = o => o.ClosedAt ?? o.CreatedAt,
        ["closed_at"] = o => o.ClosedAt,
        ["won_at"] = o => o.IsWon ? o.ClosedAt : null,
        ["lost_at"] = o => o.IsLost ? o.ClosedAt : null,
        ["stage"] = o => SampleCell.Word(o.Stage),
        ["status"] = o => SampleCell.Word(o.Status),
        ["is_won"] = o => SampleCell.Flag(o.IsWon),
        ["is_closed"] = o => SampleCell.Flag(o.ClosedAt is not null),
        ["amount"] = o => o.Amount,
        ["currency"] = _ => "EUR",
        ["loss_reason"] = o => SampleCell.Word(o.LossReason),
        ["is_deleted"] = _ => SampleCell.Flag(false),
    };

    public static readonly Dictionary<string, Func<SampleDelivery, SampleCell>> Orders = new(StringComparer.Ordinal)
    {
        ["id"] = d => d.Order.Code,
        ["account_id"] = d => d.Account.Code,
        ["account_name"] = d => d.Account.Name,
        ["owner_id"] = d => d.Account.Owner.Code,
        ["owner_name"] = d => d.Account.Owner.Name,
        ["product_id"] = d => d.Order.Product.Code,
        ["product_name"] = d => SampleCell.Word(d.Order.Product.Name),
        ["kind"] = d => SampleCell.Word(d.Order.Kind),
        ["status"] = _ => SampleCell.Word("Livrée"),
        ["ordered_at"] = d => d.Order.OrderedAt,
        ["promised_at"] = d => d.PromisedAt,
        ["delivered_at"] = d => d.DeliveredAt,
        ["paid_at"] = d => d.PaidAt,
        ["amount"] = d => d.Order.Amount,
        ["currency"] = _ => "EUR",
        ["cost"] = d => d.Order.Cost,
    };

    public static readonly Dictionary<string, Func<SampleContract, SampleCell>> Contracts = new(StringComparer.Ordinal)
    {
        ["id"] = c => c.Code,
        ["account_id"] = c => c.Account.Code,
        ["account_name"] = c => c.Account.Name,
        ["product_name"] = _ => SampleCell.Word("Contrat d’entretien annuel"),
        ["status"] = c => SampleCell.Word(c.Status),
        ["started_at"] = c => c.StartedAt,
        ["ends_at"] = c => c.EndsAt,
        ["amount"] = c => c.Amount,
    };

    public static readonly Dictionary<string, Func<SampleAction, SampleCell>> Actions = new(StringComparer.Ordinal)
    {
        ["id"] = a => a.Code,
        ["name"] = a => SampleCell.Word(a.Name),
        ["account_id"] = a => a.Account.Code,
        ["account_name"] = a => a.Account.Name,
        ["owner_name"] = a => a.Account.Owner.Name,
        ["created_at"] = a => a.PlannedOn,
        ["due_at"] = a => a.DueAt,
        ["done_at"] = a => a.DoneAt,
        ["status"] = a => SampleCell.Word(a.Status),
    };

    public static readonly Dictionary<string, Func<SampleLead, SampleCell>> Leads = new(StringComparer.Ordinal)
    {
        ["id"] = l => l.Code,
        ["account_id"] = l => l.Account.Code,
        ["account_name"] = l => l.Account.Name,
        ["detected_at"] = l => SampleCell.At(l.DetectedAt, SampleClock.Morning(l.Code)),
        ["channel"] = l => SampleCell.Word(l.Account.Channel.Name),
        ["status"] = _ => SampleCell.Word("Qualifiée"),
    };

    public static readonly Dictionary<string, Func<SampleActivity, SampleCell>> Activities = new(StringComparer.Ordinal)
    {
        ["id"] = a => a.Code,
        ["kind"] = a => SampleCell.Word(a.Kind),
        ["acted_at"] = a => SampleCell.At(a.Day, SampleClock.Afternoon(a.Code)),
        ["account_id"] = a => a.Account.Code,
        ["account_name"] = a => a.Account.Name,
        ["owner_id"] = a => a.Account.Owner.Code,
        ["owner_name"] = a => a.Account.Owner.Name,
        ["minutes"] = a => a.Minutes,
        ["reached"] = a => SampleCell.Flag(a.Reached),
        ["is_deleted"] = _ => SampleCell.Flag(false),
    };

    public static readonly Dictionary<string, Func<SampleQuote, SampleCell>> Quotes = new(StringComparer.Ordinal)
    {
        ["id"] = q => q.Code,
        ["account_id"] = q => q.Opportunity.Account.Code,
        ["account_name"] = q => q.Opportunity.Account.Name,
        ["owner_name"] = q => q.Opportunity.Owner.Name,
        ["sent_at"] = q => q.Day,
        ["amount"] = q => q.Opportunity.Amount,
    };

    public static readonly Dictionary<string, Func<SampleComplaint, SampleCell>> Complaints = new(StringComparer.Ordinal)
    {
        ["id"] = c => c.Code,
        ["account_id"] = c => c.Account.Code,
        ["account_name"] = c => c.Account.Name,
        ["made_at"] = c => c.MadeAt,
        ["reason"] = c => SampleCell.Word(c.Reason),
        ["resolved_at"] = c => c.ResolvedAt,
    };

    public static readonly Dictionary<string, Func<SampleAnswer, SampleCell>> Surveys = new(StringComparer.Ordinal)
    {
        ["id"] = a => a.Code,
        ["account_id"] = a => a.Account.Code,
        ["account_name"] = a => a.Account.Name,
        ["answered_at"] = a => a.Day,
        ["score"] = a => a.Score,
        ["scale"] = _ => 10,
    };

    public static readonly Dictionary<string, Func<SampleWorld.Owner, SampleCell>> Owners = new(StringComparer.Ordinal)
    {
        ["id"] = o => o.Code,
        ["name"] = o => o.Name,
        ["team"] = o => o.Team,
        ["manager"] = o => o.Manager,
        ["hourly_cost"] = o => o.HourlyCost,
    };

    public static readonly Dictionary<string, Func<SampleWorld.Product, SampleCell>> Products = new(StringComparer.Ordinal)
    {
        ["id"] = p => p.Code,
        ["name"] = p => SampleCell.Word(p.Name),
        ["family"] = p => SampleCell.Word(p.Family),
        ["list_price"] = p => p.Price,
        ["unit_cost"] = p => p.Cost,
    };

    public static readonly Dictionary<string, Func<(DateOnly Month, SampleWorld.Channel Channel), SampleCell>> Spend = new(StringComparer.Ordinal)
    {
        ["spent_at"] = s => s.Month,
        ["channel"] = s => SampleCell.Word(s.Channel.Name),
        ["amount"] = s => s.Channel.MonthlySpend,
    };

    public static readonly Dictionary<string, Func<(DateOnly Month, SampleWorld.Owner Owner, decimal Value), SampleCell>> Targets = new(StringComparer.Ordinal)
    {
        ["month"] = t => t.Month,
        ["owner_name"] = t => t.Owner.Name,
        ["value"] = t => t.Value,
    };

    /// <summary>What stands under headings that mean nothing to us.</summary>
    public static SampleCell Filler(string name, long row, DateOnly lastDay) => name switch
    {
        "-percent" => (int)(row * 7 % 101),
        "-recent" => lastDay,
        "-words" => "Voir dossier",
        "-no" => SampleCell.Flag(false),
        "-blank" => SampleCell.Blank,
        _ => throw new InvalidOperationException($"No filler '{name}'."),
    };
}
