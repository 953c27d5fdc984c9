using Analytics.Pipeline.Landing;
using Analytics.Pipeline.Profiles;

namespace Analytics.Pipeline.Staging;

/// <summary>Whether 02/01/2025 is in January or in February. Where a file's own dates leave it open, the folder's other files tell; else the day comes first, and the run says so.</summary>
internal static class DayOrder
{
    private const string DayFirst = "dd/", MonthFirst = "mm/";

    /// <summary>Whether the format has an order of day and month at all: a date in numbers, its year last.</summary>
    public static bool IsTold(ValueFormat format) => format.Macro != DateFormat.OtherOrder(format.Macro);

    public static bool IsOpen(ValueFormat format) => format.Ambiguous && IsTold(format);

    /// <summary>Whether some dates of the file would read both ways, as far as its first records tell.</summary>
    public static bool IsOpen(LandedFile file, FileMapping? mapping) => mapping is not null && FileLoader.Formats(file, mapping).Any(IsOpen);

    /// <summary>The order that most of the files are in; null where as many are in the other, or none tells.</summary>
    public static bool? Of(IEnumerable<FileReport> files)
    {
        var lead = files.Sum(f => (Has(f, DayFirst), Has(f, MonthFirst)) switch { (true, false) => 1, (false, true) => -1, _ => 0 });
        return lead == 0 ? null : lead > 0;
    }

    /// <summary>What an open order was taken from: "folder", or "none" where nothing tells; null for one that is not open.</summary>
    public static string? ToldBy(ValueFormat format, FileMapping mapping) => !IsOpen(format) ? null : mapping.DayFirstElsewhere is null ? "none" : "folder";

    private static bool Has(FileReport file, string order) => file.Columns.Any(c => c.DayOrder is null && c.Format.StartsWith(order, StringComparison.Ordinal));
}
