using Analytics.Review;
using Spectre.Console;

namespace Analytics.Cli;

/// <summary>What a run says of the rows that it left out and of the accounts that may be one.</summary>
internal sealed class ReviewReport(IAnsiConsole console, Texts texts)
{
    public void Show(ReviewFiles review)
    {
        if (review.Rejects.Rejects > 0)
            console.WriteLine(texts.Fill("review.rejects", ("count", texts.Number(review.Rejects.Rejects)), ("path", review.RejectsPath)));
        ShowMarks(review.Duplicates.Counts, review.DuplicatesPath);
        ShowPairs(review.Duplicates, review.DuplicatesPath);
    }

    private void ShowMarks(DuplicateCounts found, string path)
    {
        if (found.Merged + found.Apart > 0)
            console.WriteLine(texts.Fill("review.marked", ("merged", texts.Number(found.Merged)), ("apart", texts.Number(found.Apart))));
        if (found.Contradictory + found.UnknownAccounts > 0)
            console.WriteLine(texts.Fill("review.notObeyed",
                ("contradictory", texts.Number(found.Contradictory)), ("unknown", texts.Number(found.UnknownAccounts)), ("path", path)));
    }

    private void ShowPairs(DuplicateList list, string path)
    {
        if (list.Counts.Pairs == 0) return;
        console.WriteLine(texts.Fill("review.duplicates", ("count", texts.Number(list.Counts.Pairs)), ("likely", texts.Number(list.Counts.Likely)), ("path", path)));
        if (list.Effects.Count > 0) ShowEffects(list.Effects);
    }

    private void ShowEffects(IReadOnlyList<DuplicateEffect> effects)
    {
        console.WriteLine(texts["review.effect"]);
        var table = new Table { Border = TableBorder.Rounded };
        table.AddColumn(texts["review.kpi"]);
        table.AddColumn(texts["review.period"]);
        table.AddColumn(new TableColumn(texts["review.now"]) { Alignment = Justify.Right });
        table.AddColumn(new TableColumn(texts["review.ifMerged"]) { Alignment = Justify.Right });
        foreach (var effect in effects)
            table.AddRow(new Text(effect.Label), new Text(texts[$"review.period.{effect.Period}"]), new Text(Figure(effect.Value, effect.IsShare)), new Text(Figure(effect.IfMerged, effect.IsShare)));
        console.Write(table);
    }

    private string Figure(double? value, bool isShare) => value?.ToString(isShare ? "P1" : "N0", texts.Culture) ?? texts["kpi.notAvailable"];
}
