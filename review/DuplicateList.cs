using System.Data.Common;
using Analytics.Workbooks;

namespace Analytics.Review;

/// <summary>A figure as it is, and as it would be if the likely duplicates were one account each.</summary>
/// <param name="IfMerged">Null where so few customers would be left that it has no value.</param>
/// <param name="IsShare">Whether it is a share of one.</param>
public sealed record DuplicateEffect(string Label, string Period, double Value, double? IfMerged, bool IsShare);

/// <summary>The pairs to review, those of 0.9 or more, the analyst's marks by what became of them, and the groups too large to compare pair by pair.</summary>
public sealed record DuplicateCounts(long Pairs, long Likely, long Merged, long Apart, long Contradictory, long UnknownAccounts, long GroupsLeftOut);

/// <summary>The accounts that may be one company, for an analyst to mark and for the next run to obey.</summary>
public sealed class DuplicateList
{
    private readonly DbConnection _warehouse;
    private readonly Language _language;

    private DuplicateList(DbConnection warehouse, Language language) =>
        (_warehouse, _language, Counts, Effects) = (warehouse, language, DuplicateReader.Counts(warehouse), DuplicateReader.Effects(warehouse, language));

    /// <summary>How many pairs there are, and what became of the marks.</summary>
    public DuplicateCounts Counts { get; }

    /// <summary>What merging the likely ones would change.</summary>
    public IReadOnlyList<DuplicateEffect> Effects { get; }

    /// <summary>Looks at a warehouse's possible duplicates; the language is "fr" or "en".</summary>
    public static DuplicateList Read(DbConnection warehouse, string language)
    {
        ArgumentNullException.ThrowIfNull(warehouse);
        return new(warehouse, Language.Named(language, typeof(DuplicateList).Assembly));
    }

    /// <summary>Writes the review file: pairs to mark, sites of one company, what was marked before, and how to go about it.</summary>
    public void WriteWorkbook(string path) => Workbook.Write(
        path,
        [
            new(_language["duplicates.review"], PairColumns, DuplicateReader.Pairs(_warehouse, "duplicate", _language)) { FrozenColumns = 4 },
            new(_language["duplicates.sites"], PairColumns, DuplicateReader.Pairs(_warehouse, "same_company", _language)) { FrozenColumns = 4 },
            new(_language["duplicates.decisions"], DecisionColumns, DuplicateReader.Decisions(_warehouse, _language)) { FrozenColumns = 2 },
            Sheet.Of(_language["guide"], Guide),
        ],
        _language);

    private SheetColumn Mark => new(_language["duplicates.mark"], CellKind.Answer, 22) { Choices = [_language["duplicates.yes"], _language["duplicates.no"]] };

    private IReadOnlyList<SheetColumn> PairColumns =>
    [
        new(_language["duplicates.probability"], CellKind.Chance, 10),
        Mark,
        .. Both("name", CellKind.Text, 30),
        new(_language["duplicates.evidence"], CellKind.Text, 50),
        .. Both("siren", CellKind.Text, 16),
        .. Both("city", CellKind.Text, 18),
        .. Both("phone", CellKind.Text, 18),
        .. Both("domain", CellKind.Text, 22),
        .. Both("created", CellKind.Day, 12),
        .. Both("revenue", CellKind.Amount, 14),
        .. Ids,
    ];

    private IReadOnlyList<SheetColumn> DecisionColumns =>
    [
        new(_language["duplicates.outcome"], CellKind.Text, 60),
        Mark,
        .. Both("name", CellKind.Text, 30),
        .. Ids,
    ];

    /// <summary>By these headings, the same in both languages, the next run knows the file.</summary>
    private static SheetColumn[] Ids => [new("account_1", CellKind.Text, 16), new("account_2", CellKind.Text, 16)];

    private IEnumerable<SheetColumn> Both(string what, CellKind kind, int width) =>
        Enumerable.Range(1, 2).Select(side => new SheetColumn($"{_language[$"duplicates.{what}"]} {side}", kind, width));

    private List<string> Guide =>
    [
        .. Enumerable.Range(1, 6).Select(line => _language[$"duplicates.guide.{line}"]),
        _language.Fill("duplicates.guide.leftOut", ("groups", _language.Number(Counts.GroupsLeftOut))),
    ];
}
