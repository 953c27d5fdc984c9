using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Analytics.Notebooks.Scripting;

/// <summary>Where a cell's own code lets itself be stopped: every turn of a loop and every call of a function passes here.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class CheckPoint
{
    private static readonly AsyncLocal<CancellationToken> Cell = new();
    private static int s_stopping;

    /// <summary>A turn of a loop.</summary>
    public static void Turn()
    {
        if (Volatile.Read(ref s_stopping) > 0) Cell.Value.ThrowIfCancellationRequested();
    }

    /// <summary>The beginning of a function; one that calls itself without end is an exception while there is stack left for it.</summary>
    public static void Enter()
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        Turn();
    }

    /// <summary>This thread, and what it starts, runs the cell that the token stops.</summary>
    internal static void Follow(CancellationToken token) => Cell.Value = token;

    /// <summary>From now on tokens are looked at, which is slower than a loop should be.</summary>
    internal static void BeginStop() => Interlocked.Increment(ref s_stopping);

    internal static void EndStop() => Interlocked.Decrement(ref s_stopping);
}
