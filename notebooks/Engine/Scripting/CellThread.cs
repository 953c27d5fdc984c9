using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime;
using Analytics.Pipeline.DuckDb;

namespace Analytics.Notebooks.Scripting;

/// <summary>
/// A thread for one cell, with a queue that its awaits come back to. It can be stopped wherever it is: in a loop (its managed code is aborted),
/// in an await (the queue takes the token), asleep or waiting (Thread.Interrupt), in a query (DuckDB is interrupted).
/// </summary>
internal sealed class CellThread : IDisposable
{
    private const int StackBytes = 16 * 1024 * 1024;

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

    /// <summary>Runs to the end; an interrupted cell is an OperationCanceledException.</summary>
    public void Run()
    {
        _thread.Start();
        _thread.Join();
        if (_stop.IsCancellationRequested && _failure is not null) throw new OperationCanceledException("The cell was interrupted.", _failure, _stop.Token);
        if (_failure is not null) System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(_failure);
    }

    public void Interrupt()
    {
        // Cancelling waits for the abort to be taken; the caller has other messages to answer.
        _ = Task.Run(_stop.Cancel);
        DuckDBConnection.CancelAll();
        if (_running) _thread.Interrupt();
    }

    public void Dispose()
    {
        _queue.Dispose();
        _stop.Dispose();
    }

    private void Work()
    {
        try
        {
            _prepare(_stop.Token);
            _running = true;
#pragma warning disable SYSLIB0046 // Made for hosts of code that its author interrupts, which a kernel is.
            ControlledExecution.Run(Pump, _stop.Token);
#pragma warning restore SYSLIB0046
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
