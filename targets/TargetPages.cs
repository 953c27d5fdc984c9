using Analytics.Workbooks;

namespace Analytics.Targets;

/// <summary>A column: its heading, what its cells hold, and its width in characters.</summary>
internal sealed record Column(string Heading, CellKind Kind, int Width, Func<Target, object?> Value);

/// <summary>One list as a table.</summary>
internal sealed record TargetPage(string Title, string Explanation, IReadOnlyList<Column> Columns, IReadOnlyList<Target> Rows)
{
    public Sheet Sheet => new(
        Title,
        Columns.Select(column => new SheetColumn(column.Heading, column.Kind, column.Width)).ToList(),
        Rows.Select(target => Columns.Select(column => column.Value(target)).ToList()))
    {
        FrozenColumns = 2,
    };
}

/// <summary>The lists as tables, and the lines that say how to read them.</summary>
internal sealed record TargetPages(IReadOnlyList<TargetPage> Pages, IReadOnlyList<PlanItem> Plan, string GuideTitle, IReadOnlyList<string> Guide)
{
    /// <summary>The two columns that mean something else on each list.</summary>
    internal const int Probability = 8, Amount = 9;

    public static TargetPages Of(TargetData data, Language language)
    {
        var rows = data.Targets.ToLookup(target => target.Kind);
        var pages = Enum.GetValues<TargetKind>().Select(kind => new TargetPage(
            language[$"title.{kind}"],
            language.Fill($"guide.{kind}", ("days", language.Number(data.HorizonDays)), ("amount", language[data.IsMargin ? "margin" : "revenue"])),
            Columns(kind, data, language),
            rows[kind].ToList())).ToList();
        return new(pages, data.Plan, language["guide"], GuideLines(data, pages, language));
    }

    private static List<Column> Columns(TargetKind kind, TargetData data, Language language) =>
    [
        new(language["column.position"], CellKind.Count, 6, target => target.Position),
        new(language["column.customer"], CellKind.Text, 32, target => target.Name),
        new(language["column.contact"], CellKind.Text, 28, target => Sentences.Person(target, language)),
        new(language["column.phone"], CellKind.Text, 18, target => target.Phone),
        new(language["column.email"], CellKind.Text, 28, target => target.Email),
        new(language["column.emailing"], CellKind.Text, 24, target => Sentences.Emailing(target, language)),
        new(language["column.city"], CellKind.Text, 16, target => target.City),
        new(language["column.owner"], CellKind.Text, 20, target => target.Owner),
        new(language[$"column.probability.{kind}"], CellKind.Percent, 17, target => target.Probability),
        new(language.Fill($"column.amount.{kind}", ("amount", language[data.IsMargin ? "margin" : "revenue"])), CellKind.Amount, 17, target => target.Amount),
        new(language["column.lastOrder"], CellKind.Day, 13, target => target.LastOrder),
        new(language["column.why"], CellKind.Text, 70, target => Sentences.Why(target, language)),
        new(language["column.next"], CellKind.Text, 60, target => Sentences.Next(target, language)),
        new(language["column.due"], CellKind.Day, 13, target => target.DueAt),
        new(language["column.id"], CellKind.Text, 14, target => target.AccountId),
    ];

    private static List<string> GuideLines(TargetData data, IReadOnlyList<TargetPage> pages, Language language) =>
    [
        language.Fill("guide.scope", ("asOf", language.Day(data.AsOf)), ("days", language.Number(data.HorizonDays))),
        .. pages.Select(page => language.Fill("guide.list", ("title", page.Title), ("rows", language.Number(page.Rows.Count)), ("explanation", page.Explanation))),
        .. data.Plan.Count == 0 ? (string[])[] : [language.Fill("guide.plan", ("rows", language.Number(data.Plan.Count)))],
        language["guide.due"],
        language["guide.emailing"],
        language.Fill("guide.amounts", ("amount", language[data.IsMargin ? "margin" : "revenue"])),
        .. data.Notes,
    ];
}
