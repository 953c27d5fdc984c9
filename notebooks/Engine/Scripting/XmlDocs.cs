using System.Globalization;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace Analytics.Notebooks.Scripting;

/// <summary>The documentation of an assembly, from the XML file beside it or in the SDK's reference pack; none is no harm.</summary>
internal sealed class XmlDocs(string assembly) : DocumentationProvider
{
    private static readonly string? Pack = FindPack();
    private readonly Lazy<Dictionary<string, string>> _members = new(() => Load(assembly));

    public override bool Equals(object? obj) => obj is XmlDocs other && other.Assembly == Assembly;

    public override int GetHashCode() => Assembly.GetHashCode(StringComparison.Ordinal);

    protected override string GetDocumentationForSymbol(string documentationMemberID, CultureInfo preferredCulture, CancellationToken cancellationToken = default) =>
        _members.Value.GetValueOrDefault(documentationMemberID, "");

    private string Assembly => assembly;

    private static Dictionary<string, string> Load(string assembly)
    {
        var members = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in Files(assembly).Where(File.Exists))
            foreach (var member in XDocument.Load(file).Descendants("member"))
                members.TryAdd(member.Attribute("name")?.Value ?? "", member.ToString());
        return members;
    }

    private static IEnumerable<string> Files(string assembly)
    {
        yield return Path.ChangeExtension(assembly, ".xml");
        if (Pack is null) yield break;
        var name = Path.GetFileNameWithoutExtension(assembly);
        yield return Path.Combine(Pack, name + ".xml");
        // The core library's types are documented where programs refer to them.
        if (name == "System.Private.CoreLib")
            foreach (var part in (string[])["System.Runtime", "System.Collections", "System.Threading", "System.Runtime.InteropServices"])
                yield return Path.Combine(Pack, part + ".xml");
    }

    private static string? FindPack()
    {
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var packs = Path.Combine(runtime, "..", "..", "..", "packs", "Microsoft.NETCore.App.Ref");
        return Directory.Exists(packs)
            ? Directory.GetDirectories(packs).Order(StringComparer.Ordinal).Select(v => Path.Combine(v, "ref", $"net{Environment.Version.Major}.{Environment.Version.Minor}")).LastOrDefault(Directory.Exists)
            : null;
    }
}
