using Analytics.Models.Features;

namespace Analytics.Models.Evaluation;

/// <summary>
/// A rolling-origin split: the test is a labelled cutoff, and training sees only cutoffs whose horizon had ended by then,
/// as it would have been on that day.
/// </summary>
internal sealed record TimeSplit(DateOnly TestCutoff, IReadOnlyList<DateOnly> TrainCutoffs, int[] TrainRows, int[] TestRows)
{
    /// <summary>The panel's latest split, or null where nothing is labelled; TrainRows is empty where no earlier horizon had ended.</summary>
    internal static TimeSplit? Of(CustomerPanel panel) => All(panel).FirstOrDefault();

    /// <summary>A split at every labelled cutoff, the latest first.</summary>
    internal static IEnumerable<TimeSplit> All(CustomerPanel panel)
    {
        var labelled = panel.LabelledRows();
        return labelled.Select(row => panel.Cutoffs[row]).Distinct().OrderDescending().Select(test =>
        {
            var train = Array.FindAll(labelled, row => panel.Cutoffs[row].AddDays(panel.LearntDays) <= test);
            var cutoffs = train.Select(row => panel.Cutoffs[row]).Distinct().Order().ToList();
            return new TimeSplit(test, cutoffs, train, Array.FindAll(labelled, row => panel.Cutoffs[row] == test));
        });
    }
}
