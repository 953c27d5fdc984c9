using System.Data.Common;
using Analytics.Pipeline;

namespace Analytics.Dashboards.Tests.Engine;

/// <summary>A folder of exports, its warehouse as a run makes it, models and checks included, and its page.</summary>
internal sealed class BuiltPage : IDisposable
{
    private readonly string _output = Directory.CreateTempSubdirectory("analytics-engine-").FullName;
    private readonly WarehouseBuild _build;

    private BuiltPage(string exports)
    {
        _build = WarehouseBuild.Begin(new() { Exports = exports, Output = _output });
        _build.LoadFiles();
        _build.ComputeMarts();
        Models.Churn.Assess(_build.Connection, new());
        _build.ListTargets();
        _build.RunChecks();
        Html = Dashboard.Html(_build.Connection);
    }

    public string Html { get; }

    public DbConnection Warehouse => _build.Connection;

    public WarehouseBuild Build => _build;

    public static BuiltPage Of(string exports) => new(exports);

    public void Dispose()
    {
        _build.Dispose();
        Directory.Delete(_output, recursive: true);
    }
}
