using Analytics.Pipeline;

namespace Analytics.Cli;

/// <summary>How far a run is: a stage, and how much of it is done.</summary>
internal sealed record RunStep(string Stage, int Done, int Total, string Item);

/// <summary>The warehouse's progress, as the run tells it.</summary>
internal sealed class BuildSteps(IProgress<RunStep> steps) : IProgress<BuildProgress>
{
    public void Report(BuildProgress value) =>
        steps.Report(new(value.Stage == BuildStage.Files ? "files" : "marts", value.Done, value.Total, value.Item));
}

/// <summary>The models' progress, as the run tells it.</summary>
internal sealed class ModelSteps(IProgress<RunStep> steps) : IProgress<string>
{
    public void Report(string value) => steps.Report(new($"models.{value}", 0, 1, ""));
}
