using Analytics.Workbooks;

namespace Analytics.Targets;

/// <summary>A customer who may leave: its name or key, its chance, and in words what makes it likely.</summary>
public sealed record Leaver(string Customer, double Chance, IReadOnlyList<string> Reasons);

/// <summary>The customers likeliest to leave first, as a workbook and as a text file.</summary>
public sealed class LeaverList(IReadOnlyList<Leaver> leavers, IReadOnlyList<string> notes, string language)
{
    private const int MostReasons = 3;
    private readonly Language _language = Language.Named(language, typeof(LeaverList).Assembly);

    /// <summary>Writes a workbook with the list, and a sheet that says how far to believe it.</summary>
    public void WriteWorkbook(string path) => Workbook.Write(
        path,
        [
            new(
                _language["leavers.title"],
                [
                    new(_language["column.position"], CellKind.Count, 8),
                    new(_language["column.customer"], CellKind.Text, 28),
                    new(_language["leavers.chance"], CellKind.Chance, 14),
                    new(_language["column.why"], CellKind.Text, 90),
                ],
                Rows)
            {
                FrozenColumns = 2,
            },
            Sheet.Of(_language["guide"], [.. notes, _language["leavers.guide"]]),
        ],
        _language);

    /// <summary>Writes the list alone.</summary>
    public void WriteCsv(string path) => CsvFile.Write(
        path, [_language["column.position"], _language["column.customer"], _language["leavers.chance"], _language["column.why"]], Rows, _language);

    private IEnumerable<IReadOnlyList<object?>> Rows => leavers.OrderByDescending(leaver => leaver.Chance)
        .Select((leaver, place) => (IReadOnlyList<object?>)[(long)place + 1, leaver.Customer, leaver.Chance, string.Join(_language["why.and"], leaver.Reasons.Take(MostReasons))]);
}
