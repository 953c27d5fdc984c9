using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Scripting;
using Microsoft.CodeAnalysis.Scripting.Hosting;

namespace Analytics.Notebooks.Scripting;

/// <summary>What every cell can use without saying so: the framework, this product, and the analyst's names.</summary>
internal static class ScriptReferences
{
    private static readonly string[] Imports =
    [
        "System", "System.Collections.Generic", "System.Globalization", "System.IO", "System.Linq", "System.Text", "System.Threading", "System.Threading.Tasks",
        "Analytics.Notebooks", "Analytics.Notebooks.Notebook",
    ];

    private static readonly Lazy<ScriptOptions> Default = new(Create);

    public static ScriptOptions Options => Default.Value;

    /// <summary>A loader that gives cells this process's own assemblies, not second copies of them.</summary>
    public static InteractiveAssemblyLoader Loader()
    {
        var loader = new InteractiveAssemblyLoader();
        foreach (var assembly in AppDomain.CurrentDomain.GetAssemblies().Where(a => IsOurs(a.GetName().Name)))
            loader.RegisterDependency(assembly);
        return loader;
    }

    private static ScriptOptions Create() => ScriptOptions.Default
        .WithReferences(Files().Select(file => MetadataReference.CreateFromFile(file, documentation: new XmlDocs(file))))
        .WithImports(Imports)
        .WithOptimizationLevel(OptimizationLevel.Debug)
        .WithEmitDebugInformation(true)
        .WithFileEncoding(Encoding.UTF8);

    private static IEnumerable<string> Files() => ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator)
        .Where(file => IsFramework(Path.GetFileNameWithoutExtension(file)) || IsOurs(Path.GetFileNameWithoutExtension(file)))
        .Order(StringComparer.Ordinal);

    private static bool IsFramework(string name) =>
        name is "netstandard" or "mscorlib" || (name.StartsWith("System.", StringComparison.Ordinal) && !name.StartsWith("System.CommandLine", StringComparison.Ordinal));

    private static bool IsOurs(string? name) => name is "Analytics.Notebooks" or "Analytics.Pipeline" or "Analytics.Models" or "Analytics.Dashboards";
}
