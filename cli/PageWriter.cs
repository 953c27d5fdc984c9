using System.Data.Common;
using Analytics.Dashboards;
using Analytics.Pipeline;

namespace Analytics.Cli;

/// <summary>A page that was not written: about how many bytes it would have had, and how many it might.</summary>
internal sealed record LargePage(string Path, long Bytes, long Most);

/// <summary>Writes pages, but those that would be too large to open well; one of an earlier run does not stay in the place of such a page.</summary>
internal sealed class PageWriter(WarehouseBuild build, RunOptions run)
{
    private readonly List<LargePage> _tooLarge = [];

    public IReadOnlyList<LargePage> TooLarge => _tooLarge;

    /// <returns>Where the page will be, if it is written.</returns>
    public string? Add(DbConnection facts, string name, DashboardOptions options)
    {
        var bytes = PageSize.Estimate(facts);
        if (bytes <= run.LargestPage) return build.AddFile(name, path => Dashboard.Write(facts, path, options));
        _tooLarge.Add(new(build.Withdraw(name), bytes, run.LargestPage));
        return null;
    }
}
