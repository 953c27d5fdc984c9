using Analytics.Workbooks;

namespace Analytics.Targets;

/// <summary>All lists as one table of text.</summary>
internal static class TargetText
{
    public static void Write(string path, TargetPages pages, Language language) => CsvFile.Write(
        path,
        [language["column.list"], .. pages.Pages[0].Columns.Select((column, i) => Common(column.Heading, i, language)), language["column.meaning"]],
        pages.Pages.SelectMany(page => page.Rows.Select(target => (IReadOnlyList<object?>)[page.Title, .. page.Columns.Select(column => column.Value(target)), Meaning(page)])).Concat(PlanSheet.Rows(pages.Plan, language)),
        language);

    /// <summary>Probability and amount mean something else on each list; their headings stand in the last column.</summary>
    private static string Common(string heading, int column, Language language) => column switch
    {
        TargetPages.Probability => language["column.probability"],
        TargetPages.Amount => language["column.amount"],
        _ => heading,
    };

    private static string Meaning(TargetPage page) => $"{page.Columns[TargetPages.Probability].Heading} / {page.Columns[TargetPages.Amount].Heading}";
}
