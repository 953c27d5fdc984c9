using Analytics.Pipeline;
using Spectre.Console;

namespace Analytics.Cli;

/// <summary>What a run says has come in and moved since the run before.</summary>
internal sealed class ChangeReport(IAnsiConsole console, Texts texts)
{
    private const int MostFiles = 6, MostFigures = 6;

    public void Show(RunChanges changes)
    {
        if (changes.IsFirst) return;
        if (!changes.IsNew)
        {
            console.WriteLine(texts["changes.none"]);
            return;
        }
        console.WriteLine(texts.Fill("changes.files", Counts(changes.Files)));
        foreach (var file in changes.Files.Where(f => f.State != "unchanged").Take(MostFiles))
            console.WriteLine(texts.Fill($"changes.{file.State}", ("file", file.File), ("rows", texts.Number(file.Rows))));
        ShowFigures(changes.Kpis);
    }

    private (string, string)[] Counts(IReadOnlyList<FileChange> files) =>
        ((string[])["new", "changed", "unchanged", "gone"]).Select(state => (state, texts.Number(files.Count(f => f.State == state)))).ToArray();

    private void ShowFigures(IReadOnlyList<KpiChange> kpis)
    {
        foreach (var kpi in kpis.Take(MostFigures))
            console.WriteLine(texts.Fill("changes.figure", ("kpi", texts.Language == "fr" ? kpi.LabelFr : kpi.LabelEn), ("period", texts[$"changes.period.{kpi.Period}"]),
                ("before", Figure(kpi.Before, kpi.Unit)), ("now", Figure(kpi.Value, kpi.Unit))));
        if (kpis.Count > MostFigures) console.WriteLine(texts.Fill("changes.more", ("count", texts.Number(kpis.Count - MostFigures))));
    }

    private string Figure(double? value, string unit) => value is { } known
        ? unit == "hours" ? texts.Hours(known) : known.ToString(unit switch { "ratio" => "P1", "count" => "N0", _ => Math.Abs(known) < 1000 ? "N2" : "N0" }, texts.Culture)
        : texts["kpi.notAvailable"];
}
