using System.Globalization;
using System.Text;
using Analytics.Dashboards;
using Analytics.Pipeline;

namespace Analytics.Cli;

/// <summary>The pages for those who may not see everything: one owner's customers, or no names.</summary>
internal static class ExtraPages
{
    private const string OwnersFolder = "owners";

    /// <returns>Where the pages will be.</returns>
    public static IReadOnlyList<string> Add(WarehouseBuild build, RunOptions run, PageWriter writer)
    {
        var pages = new List<string?>();
        if (run.Anonymous)
            build.Anonymously(extract => pages.Add(writer.Add(extract, "dashboard-anonymous.html", new() { Language = run.Language })));
        if (run.PerOwner)
            foreach (var (owner, name) in Named(build.Owners))
                build.OfOwner(owner, extract => pages.Add(writer.Add(extract, Path.Combine(OwnersFolder, name), new() { Language = run.Language, Pages = DashboardOptions.CustomerPages })));
        return [.. pages.OfType<string>()];
    }

    /// <summary>Each owner's file by name; those of one name are told apart by a number.</summary>
    internal static IEnumerable<(OwnerReport Owner, string File)> Named(IReadOnlyList<OwnerReport> owners) => owners
        .GroupBy(owner => Plain(owner.Name), StringComparer.Ordinal)
        .SelectMany(same => same.Select((owner, place) => (owner, place == 0 ? $"{same.Key}.html" : $"{same.Key}-{place + 1}.html")));

    /// <summary>Letters and digits that every disk takes: "Hélène Faure" is "helene-faure".</summary>
    private static string Plain(string name)
    {
        var plain = new StringBuilder();
        foreach (var letter in name.Replace("œ", "oe", StringComparison.OrdinalIgnoreCase).Replace("æ", "ae", StringComparison.OrdinalIgnoreCase).Replace("ß", "ss", StringComparison.Ordinal).Normalize(NormalizationForm.FormD).ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(letter)) plain.Append(letter);
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) is not UnicodeCategory.NonSpacingMark && plain.Length > 0 && plain[^1] != '-') plain.Append('-');
            if (plain.Length >= 60) break;
        }
        var trimmed = plain.ToString().Trim('-');
        return trimmed.Length > 0 ? trimmed : "owner";
    }
}
