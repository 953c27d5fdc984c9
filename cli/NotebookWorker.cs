using System.Diagnostics;
using System.IO.Pipes;
using System.Text.Json;
using Analytics.Notebooks;

namespace Analytics.Cli;

/// <summary>Executes notebooks in a process of its own, which a cell may end (a full stack, a native crash) without ending the command.</summary>
internal static class NotebookWorker
{
    /// <summary>What the worker tells: a cell that begins, or what a notebook came to.</summary>
    public sealed record Event(string File, int Cell, double Seconds = 0, NotebookRun? Run = null, string? Problem = null);

    /// <summary>The worker's side: executes the files in turn and tells how it goes.</summary>
    public static int Work(string pipe, IEnumerable<string> files, NotebookRunOptions options, CancellationToken cancellation)
    {
        using var teller = new StreamWriter(new AnonymousPipeClientStream(PipeDirection.Out, pipe)) { AutoFlush = true };
        foreach (var file in files)
        {
            var clock = Stopwatch.StartNew();
            void Tell(Event happened) => teller.WriteLine(JsonSerializer.Serialize(happened));
            try
            {
                var run = NotebookRunner.Run(file, options with { CellBegins = cell => Tell(new(file, cell)) }, cancellation);
                Tell(new(file, run.Failure?.Cell ?? 0, clock.Elapsed.TotalSeconds, run));
            }
            catch (CellException problem)
            {
                Tell(new(file, 0, Problem: problem.Message));
            }
        }
        return ExitCode.Done;
    }

    /// <summary>The command's side: what each file came to; a worker that ends too early is said with the cell that it was at, and another goes on.</summary>
    public static IEnumerable<Event> Execute(IReadOnlyList<string> files, Func<string, IEnumerable<string>> command)
    {
        for (var next = 0; next < files.Count; next++)
        {
            var (code, at, said) = (ExitCode.Done, new Event(files[next], 0), "");
            foreach (var happened in Events(files.Skip(next), command, (exit, error) => (code, said) = (exit, error)))
            {
                at = happened;
                if (happened.Run is null && happened.Problem is null) continue;
                next++;
                yield return happened;
            }
            if (code == ExitCode.Cancelled) throw new OperationCanceledException();
            if (next < files.Count) yield return new(files[next], at.File == files[next] ? at.Cell : 0, Problem: said);
        }
    }

    private static IEnumerable<Event> Events(IEnumerable<string> files, Func<string, IEnumerable<string>> command, Action<int, string> ended)
    {
        using var pipe = new AnonymousPipeServerStream(PipeDirection.In, HandleInheritability.Inheritable);
        var words = command(pipe.GetClientHandleAsString()).Concat(files).ToList();
        using var process = Process.Start(new ProcessStartInfo(words[0], words.Skip(1)) { RedirectStandardError = true, UseShellExecute = false })!;
        pipe.DisposeLocalCopyOfClientHandle();
        var first = "";
        process.ErrorDataReceived += (_, e) => first = first.Length > 0 ? first : e.Data ?? "";
        process.BeginErrorReadLine();
        using var reader = new StreamReader(pipe);
        while (reader.ReadLine() is { } line) yield return JsonSerializer.Deserialize<Event>(line)!;
        process.WaitForExit();
        ended(process.ExitCode, first);
    }
}
