[assembly: AssemblyFixture(typeof(Analytics.Dashboards.Tests.Engine.RealPage))]

namespace Analytics.Dashboards.Tests.Engine;

/// <summary>Real opportunities, where their folder is given: built once, by the first test that asks.</summary>
public sealed class RealPage : IDisposable
{
    private readonly Lazy<BuiltPage> _maven = new(() => BuiltPage.Of(Folder));

    internal static string Folder
    {
        get
        {
            var root = Environment.GetEnvironmentVariable("ANALYTICS_REAL_DATA");
            Assert.SkipWhen(string.IsNullOrEmpty(root), "ANALYTICS_REAL_DATA does not name the folder of real files.");
            return Path.Combine(root!, "maven_crm");
        }
    }

    internal BuiltPage Maven
    {
        get
        {
            _ = Folder;
            return _maven.Value;
        }
    }

    public void Dispose()
    {
        if (_maven.IsValueCreated)
            _maven.Value.Dispose();
    }
}
