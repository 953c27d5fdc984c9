using System.Data.Common;
using Analytics.Workbooks;

namespace Analytics.Targets;

/// <summary>Whom to develop, to call back and to hold, as the workbook and the text file that marketing takes away.</summary>
public sealed class TargetList
{
    private readonly TargetPages _pages;
    private readonly Language _language;

    private TargetList(TargetPages pages, Language language) => (_pages, _language) = (pages, language);

    /// <summary>The customers on the lists.</summary>
    public int Customers => _pages.Pages.Sum(page => page.Rows.Count);

    /// <summary>Reads the warehouse's marts; the language is "fr" or "en", and decides dates and decimals too.</summary>
    public static TargetList Read(DbConnection warehouse, string language)
    {
        ArgumentNullException.ThrowIfNull(warehouse);
        var chosen = Language.Named(language, typeof(TargetList).Assembly);
        return new(TargetPages.Of(TargetReader.Read(warehouse, language), chosen), chosen);
    }

    /// <summary>Writes a workbook with one sheet a list, and one that says how to read them.</summary>
    public void WriteWorkbook(string path) =>
        Workbook.Write(path, [.. _pages.Pages.Select(page => page.Sheet), .. Plan, Sheet.Of(_pages.GuideTitle, _pages.Guide)], _language);

    /// <summary>The plan of actions, where there is anything to do.</summary>
    private IEnumerable<Sheet> Plan => _pages.Plan.Count == 0 ? [] : [PlanSheet.Of(_pages.Plan, _language)];

    /// <summary>Writes one table of all lists and of the plan.</summary>
    public void WriteCsv(string path) => TargetText.Write(path, _pages, _language);
}
