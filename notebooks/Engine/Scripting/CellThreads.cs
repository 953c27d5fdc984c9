using System.Runtime.ExceptionServices;

namespace Analytics.Notebooks.Scripting;

/// <summary>Threads that cells start themselves: an error in one is said, and does not end the session.</summary>
internal static class CellThreads
{
    private static int s_installed;

    public static void SurviveErrors()
    {
        if (Interlocked.Exchange(ref s_installed, 1) != 0) return;
        ExceptionHandling.SetUnhandledExceptionHandler(error =>
        {
            Console.Error.WriteLine(Words.Fill("error.thread", ("error", $"{error.GetType().Name}: {error.Message}")));
            return true;
        });
    }
}
