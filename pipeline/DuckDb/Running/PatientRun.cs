using Analytics.Pipeline.DuckDb.Native;

namespace Analytics.Pipeline.DuckDb.Running;

/// <summary>Runs a statement task by task. DuckDB's own call asks for the next one without a pause while other threads work on theirs, at the cost of a processor.</summary>
internal static class PatientRun
{
    internal static NativeState Execute(PreparedHandle prepared, ResultHandle result)
    {
        NativeMethods.duckdb_pending_prepared(prepared, out var pending);
        using (pending)
        {
            WorkUntilReady(pending);
            return NativeMethods.duckdb_execute_pending(pending, result);
        }
    }

    private static void WorkUntilReady(PendingHandle pending)
    {
        var pause = new SpinWait();
        for (; ; )
        {
            switch (NativeMethods.duckdb_pending_execute_task(pending))
            {
                case NativePendingState.NotReady:
                    pause.Reset();
                    break;
                case NativePendingState.NoTasks:
                    pause.SpinOnce();
                    break;
                case NativePendingState.Error:
                    throw new DuckDBException(NativeMethods.Borrowed(NativeMethods.duckdb_pending_error(pending)) ?? "The statement failed.");
                default:
                    return;
            }
        }
    }
}
