using Spectre.Console;

namespace Analytics.Cli;

/// <summary>A bar that says what is being done; one line a stage where the output is not a terminal.</summary>
internal static class RunProgress
{
    public static T Show<T>(IAnsiConsole console, Texts texts, Func<IProgress<RunStep>, T> work) =>
        console.Profile.Out.IsTerminal ? ShowBar(console, texts, work) : work(new Lines(console, texts));

    private static T ShowBar<T>(IAnsiConsole console, Texts texts, Func<IProgress<RunStep>, T> work) => console.Progress()
        .AutoClear(true)
        .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new ElapsedTimeColumn())
        .Start(context => work(new Bar(context, texts)));

    private sealed class Bar(ProgressContext context, Texts texts) : IProgress<RunStep>
    {
        private ProgressTask? _task;
        private string _stage = "";

        public void Report(RunStep value)
        {
            if (value.Stage != _stage)
            {
                _task?.StopTask();
                _task = context.AddTask("", maxValue: Math.Max(value.Total, 1));
                _stage = value.Stage;
            }
            _task!.Description = Markup.Escape($"{texts[$"stage.{value.Stage}"]} {value.Item}".TrimEnd());
            _task.Value = value.Done;
        }
    }

    private sealed class Lines(IAnsiConsole console, Texts texts) : IProgress<RunStep>
    {
        private string _stage = "";

        public void Report(RunStep value)
        {
            if (value.Stage == _stage) return;
            _stage = value.Stage;
            console.WriteLine(texts[$"stage.{value.Stage}"]);
        }
    }
}
