using System.Collections.Concurrent;
using System.Globalization;
using Analytics.Pipeline.DuckDb.Native;

namespace Analytics.Pipeline.DuckDb.Running;

/// <summary>Stops a running native call when it takes too long, when its token is cancelled or on Cancel.</summary>
internal sealed class Interruption : IDisposable
{
    // DuckDB forgets an interrupt that comes before its query starts, so it is repeated until the call returns.
    private static readonly TimeSpan _again = TimeSpan.FromMilliseconds(20);

    private static readonly ConcurrentDictionary<Interruption, bool> _all = new();

    private readonly Lock _gate = new();
    private readonly ConnectionHandle _connection;
    private readonly int _seconds;
    private readonly CancellationToken _token;
    private readonly CancellationTokenRegistration _registration;
    private Timer? _timer;
    private bool _timedOut;
    private bool _over;

    private Interruption(ConnectionHandle connection, int seconds, CancellationToken token)
    {
        (_connection, _seconds, _token) = (connection, seconds, token);
        if (seconds > 0) _timer = new Timer(_ => TimeOut(), null, TimeSpan.FromSeconds(seconds), Timeout.InfiniteTimeSpan);
        _registration = token.Register(static self => ((Interruption)self!).Stop(), this);
        _all.TryAdd(this, true);
    }

    /// <summary>Stops every call that runs in this process.</summary>
    internal static void StopAll()
    {
        foreach (var running in _all.Keys) running.Stop();
    }

    /// <summary>Runs a native call; 0 seconds is no limit.</summary>
    internal static T Run<T>(ConnectionHandle connection, int seconds, Action<Interruption?> running, Func<T> call, CancellationToken token)
    {
        token.ThrowIfCancellationRequested();
        using var guard = new Interruption(connection, seconds, token);
        running(guard);
        try
        {
            return call();
        }
        catch (DuckDBException error) when (error.IsInterrupt && guard.Explain(error) is { } better)
        {
            throw better;
        }
        finally
        {
            running(null);
        }
    }

    internal void Stop()
    {
        lock (_gate)
        {
            if (_over) return;
            NativeMethods.duckdb_interrupt(_connection);
            _timer?.Dispose();
            _timer = new Timer(static self => ((Interruption)self!).Repeat(), this, _again, _again);
        }
    }

    public void Dispose()
    {
        _all.TryRemove(this, out _);
        lock (_gate)
        {
            _over = true;
            _timer?.Dispose();
        }
        _registration.Dispose();
    }

    private void TimeOut()
    {
        _timedOut = true;
        Stop();
    }

    private void Repeat()
    {
        lock (_gate)
            if (!_over) NativeMethods.duckdb_interrupt(_connection);
    }

    private Exception? Explain(DuckDBException error)
    {
        if (_token.IsCancellationRequested) return new OperationCanceledException("The command was cancelled.", error, _token);
        if (!_timedOut) return null;
        var limit = _seconds.ToString(CultureInfo.InvariantCulture);
        return new DuckDBException(
            $"The command was stopped after its CommandTimeout of {limit} s.", new TimeoutException(error.Message, error));
    }
}
