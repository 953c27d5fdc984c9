using System.Collections.Concurrent;
using System.Globalization;
using Analytics.Pipeline.DuckDb;

namespace Analytics.Notebooks.Scripting;

/// <summary>
/// A thread for one cell, with a queue that its awaits come back to. It can be stopped in its loops and functions (they pass check points),
/// in an await (the queue takes the token), asleep or waiting (Thread.Interrupt), in a query (DuckDB is interrupted). What none of these
/// reaches is left behind: aborting managed code from outside (ControlledExecution) now and then ends the whole process.
/// </summary>
internal sealed class CellThread : IDisposable
{
    private const int StackBytes = 4 * 1024 * 1024;
    private static readonly TimeSpan Pulse = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    private readonly BlockingCollection<Action> _queue = [];
    private readonly CancellationTokenSource _stop = new();
    private readonly Thread _thread;
    private readonly Action<CancellationToken> _prepare;
    private readonly Func<Task> _run;
    private volatile bool _running;
    private Exception? _failure;

    /// <summary>The first part may be cancelled only by its token; the second is cell code.</summary>
    public CellThread(Action<CancellationToken> prepare, Func<Task> run, CultureInfo culture)
    {
        (_prepare, _run) = (prepare, run);
        _thread = new Thread(Work, StackBytes) { IsBackground = true, Name = "cell", CurrentCulture = culture, CurrentUICulture = culture };
    }

    public bool IsInterrupted => _stop.IsCancellationRequested;

    /// <summary>Whether the cell did not let itself be stopped, and goes on beside the next ones.</summary>
    public bool IsLeftBehind { get; private set; }

    /// <summary>Runs to the end; an interrupted cell is an OperationCanceledException.</summary>
    public void Run()
    {
        _thread.Start();
        IsLeftBehind = !HasEnded();
        if (IsLeftBehind) throw new OperationCanceledException(_stop.Token);
        if (IsInterrupted && _failure is not null) throw new OperationCanceledException("The cell was interrupted.", _failure, _stop.Token);
        if (_failure is not null) System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(_failure);
    }

    public void Interrupt()
    {
        if (!IsInterrupted) CheckPoint.BeginStop();
        _stop.Cancel();
        DuckDBConnection.CancelAll();
        if (_running) _thread.Interrupt();
    }

    public void Dispose()
    {
        // One left behind still uses its token, and is still to be stopped by it.
        if (IsLeftBehind) return;
        if (IsInterrupted) CheckPoint.EndStop();
        _queue.Dispose();
        _stop.Dispose();
    }

    private bool HasEnded()
    {
        while (!_thread.Join(Pulse))
            if (IsInterrupted) return _thread.Join(Grace);
        return true;
    }

    private void Work()
    {
        try
        {
            CheckPoint.Follow(_stop.Token);
            _prepare(_stop.Token);
            _running = true;
            _stop.Token.ThrowIfCancellationRequested();
            Pump();
        }
        catch (Exception e)
        {
            _failure = e;
        }
        finally
        {
            _running = false;
        }
    }

    private void Pump()
    {
        SynchronizationContext.SetSynchronizationContext(new QueueContext(_queue));
        var task = _run();
        _ = task.ContinueWith(_ => _queue.CompleteAdding(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        foreach (var work in _queue.GetConsumingEnumerable(_stop.Token)) work();
        task.GetAwaiter().GetResult();
    }

    private sealed class QueueContext(BlockingCollection<Action> queue) : SynchronizationContext
    {
        public override void Post(SendOrPostCallback d, object? state)
        {
            // What comes back after the cell's end has nobody left to run it but the pool.
            try
            {
                queue.Add(() => d(state));
            }
            catch (InvalidOperationException)
            {
                ThreadPool.QueueUserWorkItem(_ => d(state));
            }
        }

        public override SynchronizationContext CreateCopy() => this;
    }
}
