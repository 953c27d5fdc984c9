using System.Runtime.InteropServices;
using Analytics.Notebooks.Display;
using Analytics.Notebooks.Scripting;

namespace Analytics.Notebooks.Kernel;

/// <summary>The process that Jupyter starts.</summary>
internal static class KernelHost
{
    public static void Run(string connectionFile)
    {
        using var stop = new CancellationTokenSource();
        using var kernel = new JupyterKernel(ConnectionFile.Read(connectionFile));
        using var watch = ParentProcess.Watch(stop.Cancel);
        // Ctrl+C in Jupyter's terminal is for Jupyter, which then asks this kernel to end.
        using var signal = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => context.Cancel = true);
        using var ended = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context =>
        {
            context.Cancel = true;
            stop.Cancel();
        });
        using var console = new ConsoleCapture();
        CellThreads.SurviveErrors();
        WarmUp.Begin();
        kernel.Run(stop.Token);
    }
}
