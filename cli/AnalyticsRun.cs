using System.Diagnostics;
using Analytics.Dashboards;
using Analytics.Models;
using Analytics.Pipeline;
using Analytics.Review;
using Analytics.Targets;

namespace Analytics.Cli;

/// <summary>What a run may do beyond its folders and date.</summary>
internal sealed record RunOptions
{
    /// <summary>Publishes even where a check of the figures failed; the page then shows which.</summary>
    public bool PublishFailedChecks { get; init; }

    /// <summary>Writes a page for each owner too, with that owner's customers and no one else's in it.</summary>
    public bool PerOwner { get; init; }

    /// <summary>Writes a page without names too.</summary>
    public bool Anonymous { get; init; }

    /// <summary>Pages that would have more bytes are not written.</summary>
    public long LargestPage { get; init; } = PageSize.Most;

    /// <summary>The language that the page opens in: "fr" or "en".</summary>
    public string Language { get; init; } = "en";
}

/// <summary>What a run leaves for a person to look through: where it is, and what it says.</summary>
internal sealed record ReviewFiles(string RejectsPath, RejectList Rejects, string DuplicatesPath, DuplicateList Duplicates);

/// <summary>What a run gives to show.</summary>
internal sealed record RunResult(
    IReadOnlyList<FileReport> Files, IReadOnlyList<Assumption> Assumptions, RunChanges Changes, IReadOnlyList<LinkReport> Links, PredictionReport Prediction, TrackReport Track, IReadOnlyList<CheckReport> Checks,
    string Warehouse, string? Page, IReadOnlyList<string> ExtraPages, IReadOnlyList<LargePage> LargePages, string Targets, int Targeted, ReviewFiles Review, TimeSpan Elapsed);

/// <summary>Puts the rooms together: load, compute, predict, check, publish, show.</summary>
internal static class AnalyticsRun
{
    public static RunResult Execute(WarehouseOptions options, RunOptions run, IProgress<RunStep> progress, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        using var build = WarehouseBuild.Begin(options);
        var steps = new BuildSteps(progress);
        var files = build.LoadFiles(steps, cancellation);
        var links = build.ComputeMarts(steps, cancellation);
        var (assumptions, changes) = (build.Assumptions, build.Changes);
        var prediction = Prediction.Assess(build.Connection, new ChurnOptions { Resamples = 300 }, new ModelSteps(progress));
        var track = TrackRecord.Assess(build.Connection);
        build.ListTargets();
        progress.Report(new("checks", 0, 1, ""));
        var checks = build.RunChecks();
        if (!run.PublishFailedChecks) RefuseFailed(checks);
        progress.Report(new("page", 0, 1, ""));
        var pages = new PageWriter(build, run);
        var page = pages.Add(build.Connection, "dashboard.html", new() { Language = run.Language });
        var extraPages = ExtraPages.Add(build, run, pages);
        build.AddTables();
        var list = TargetList.Read(build.Connection, run.Language);
        var targets = build.AddFile("targets.xlsx", list.WriteWorkbook);
        build.AddFile("targets.csv", list.WriteCsv);
        var review = AddReviewFiles(build, run.Language);
        build.Publish();
        return new(files, assumptions, changes, links, prediction, track, checks, build.WarehousePath, page, extraPages, pages.TooLarge, targets, list.Customers, review, clock.Elapsed);
    }

    private static ReviewFiles AddReviewFiles(WarehouseBuild build, string language)
    {
        var rejects = RejectList.Read(build.Connection, language);
        var duplicates = DuplicateList.Read(build.Connection, language);
        build.AddFile("rejects.csv", rejects.WriteCsv);
        return new(build.AddFile("rejects.xlsx", rejects.WriteWorkbook), rejects, build.AddFile("duplicates.xlsx", duplicates.WriteWorkbook), duplicates);
    }

    private static void RefuseFailed(IReadOnlyList<CheckReport> checks)
    {
        if (checks.FirstOrDefault(c => c.Failures > 0) is { } failed)
            throw new ProblemException(ProblemCode.CheckFailed, ("check", failed.Name),
                ("failures", failed.Failures.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("sample", failed.Sample ?? ""));
    }
}
