using Analytics.Pipeline;
using Spectre.Console;

namespace Analytics.Cli;

/// <summary>What a run says at its end: what became of each file, what could be predicted, and where to look.</summary>
internal sealed class RunReport(IAnsiConsole console, Texts texts)
{
    private const int MostLinks = 8, MostAssumptions = 24;

    public void Show(RunResult result)
    {
        ShowFiles(result.Files);
        foreach (var file in result.Files.Where(f => f.Table is not null)) ShowColumns(file);
        ShowAssumptions(result.Assumptions);
        ShowLinks(result.Links);
        foreach (var note in result.Prediction.Churn.Notes.Take(1).Concat(result.Prediction.Potential.Notes.Take(3)).Concat(result.Track.Notes.Take(1)))
            console.WriteLine(texts.Of(note));
        ShowChecks(result.Checks);
        new ReviewReport(console, texts).Show(result.Review);
        new ChangeReport(console, texts).Show(result.Changes);
        ShowEnd(result);
    }

    private void ShowFiles(IReadOnlyList<FileReport> files)
    {
        var table = new Table { Border = TableBorder.Rounded };
        foreach (var column in (string[])["file", "table", "format", "read", "kept", "rejected"])
            table.AddColumn(new TableColumn(texts[$"files.{column}"])
            {
                Alignment = column is "read" or "kept" or "rejected" ? Justify.Right : Justify.Left,
                NoWrap = column is not "format",
            });
        foreach (var file in files)
            table.AddRow(Row(file).Select(c => new Text(c)).ToArray());
        table.AddRow(Total(files).Select(c => new Text(c, new Style(decoration: Decoration.Bold))).ToArray());
        console.Write(table);
    }

    private string[] Row(FileReport file) => file.Table is null
        ? [file.File, "–", texts[$"note.{file.Note}"], "–", "–", "–"]
        : [file.File, file.Crm is null or "generic" ? file.Table : $"{file.Table} ({file.Crm})", $"{file.Encoding} {SeparatorName(file.Separator!)}", texts.Number(file.RowsRead), texts.Number(file.RowsKept), texts.Number(file.RowsRejected)];

    private string[] Total(IReadOnlyList<FileReport> files) =>
    [
        texts["files.total"], "", "", texts.Number(files.Sum(f => f.RowsRead)),
        texts.Number(files.Sum(f => f.RowsKept)), texts.Number(files.Sum(f => f.RowsRejected)),
    ];

    private static string SeparatorName(string separator) => separator == "\t" ? "TAB" : $"'{separator}'";

    private void ShowColumns(FileReport file)
    {
        foreach (var decision in (string[])["understood", "guessed", "ignored"])
        {
            var headers = file.Columns.Where(c => c.Decision == decision).Select(Describe).ToList();
            if (headers.Count > 0)
                console.WriteLine(texts.Fill($"columns.{decision}", ("file", file.File), ("headers", string.Join(", ", headers))));
        }
    }

    private string Describe(ColumnReport column) => column switch
    {
        { Decision: "guessed" } => $"{column.Header} → {column.Column} ({column.Confidence.ToString("P0", texts.Culture)})",
        { Column: not null } => $"{column.Header} → {column.Column}",
        { Reason: { } reason } => $"{column.Header} ({texts.Fill($"reason.{reason}", ("column", column.Candidate ?? ""))})",
        _ => column.Header,
    };

    private void ShowAssumptions(IReadOnlyList<Assumption> assumptions)
    {
        foreach (var assumption in assumptions.Take(MostAssumptions)) console.WriteLine(texts.Of(assumption));
        if (assumptions.Count > MostAssumptions) console.WriteLine(texts.Fill("assumptions.more", ("count", texts.Number(assumptions.Count - MostAssumptions))));
    }

    private void ShowLinks(IReadOnlyList<LinkReport> links)
    {
        foreach (var link in links.Take(MostLinks)) ShowLink(link);
        if (links.Count > MostLinks) console.WriteLine(texts.Fill("link.more", ("count", texts.Number(links.Count - MostLinks))));
    }

    private void ShowLink(LinkReport link) => console.WriteLine(texts.Fill(
        link.MatchedTo is null ? "link.none" : "link.normalised",
        ("column", texts[$"entity.{link.Column}"]), ("value", link.Value), ("matched", link.MatchedTo ?? ""), ("rows", texts.Number(link.Rows))));

    private void ShowChecks(IReadOnlyList<CheckReport> checks)
    {
        var failed = checks.Where(c => c.Failures > 0).ToList();
        foreach (var check in failed)
            console.WriteLine(texts.Fill("check.failed", ("check", check.Name), ("failures", texts.Number(check.Failures)), ("sample", check.Sample ?? "")));
        if (failed.Count == 0)
            console.WriteLine(texts.Fill("checks.passed", ("checks", texts.Number(checks.Count))));
    }

    private void ShowLarge(LargePage page) => console.WriteLine(texts.Fill("run.largePage",
        ("page", page.Path), ("size", texts.Number(Megabytes(page.Bytes))), ("most", texts.Number(Megabytes(page.Most)))));

    private static long Megabytes(long bytes) => (bytes + 999_999) / 1_000_000;

    private void ShowEnd(RunResult result)
    {
        console.WriteLine(texts.Fill("run.done", ("seconds", result.Elapsed.TotalSeconds.ToString("N1", texts.Culture)), ("warehouse", result.Warehouse)));
        console.WriteLine(texts.Fill("run.targets", ("count", texts.Number(result.Targeted)), ("path", result.Targets)));
        foreach (var page in result.ExtraPages) console.WriteLine(texts.Fill("run.extraPage", ("page", page)));
        foreach (var page in result.LargePages) ShowLarge(page);
        if (result.Page is { } opened) console.WriteLine(texts.Fill("run.open", ("page", opened)));
    }
}
