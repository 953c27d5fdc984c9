using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Analytics.Notebooks.Scripting;

/// <summary>What the name at a place is, with its documentation.</summary>
internal static partial class Inspection
{
    private static readonly SymbolDisplayFormat Format = SymbolDisplayFormat.CSharpErrorMessageFormat
        .WithMemberOptions(SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeContainingType)
        .WithParameterOptions(SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeDefaultValue);

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Blanks();

    public static string? At(ScriptSession session, string code, int position)
    {
        var compilation = session.Compile(code);
        var model = compilation.GetSemanticModel(compilation.SyntaxTrees.Single());
        var node = NameAt(model.SyntaxTree.GetRoot(), position);
        if (node is null) return null;
        var info = model.GetSymbolInfo(node);
        var symbols = info.Symbol is { } one ? [one] : info.CandidateSymbols;
        if (symbols.IsEmpty) return null;
        return string.Join("\n\n", symbols.Take(5).Select(Describe));
    }

    /// <summary>The name under or just before the cursor; inside an argument list, the method that is being called.</summary>
    private static SyntaxNode? NameAt(SyntaxNode root, int position)
    {
        if (root.FullSpan.Length == 0) return null;
        var token = root.FindToken(Math.Clamp(position, 0, root.FullSpan.End - 1));
        if (!token.IsKind(SyntaxKind.IdentifierToken) && position > 0) token = root.FindToken(position - 1);
        return token.IsKind(SyntaxKind.IdentifierToken) && token.Parent is SimpleNameSyntax or PredefinedTypeSyntax
            ? token.Parent
            : token.Parent?.FirstAncestorOrSelf<InvocationExpressionSyntax>()?.Expression;
    }

    private static string Describe(ISymbol symbol)
    {
        var signature = symbol switch
        {
            ILocalSymbol local => $"{local.Type.ToDisplayString()} {local.Name}",
            ITypeSymbol type => $"{type.TypeKind.ToString().ToLowerInvariant()} {type.ToDisplayString()}",
            _ => symbol.ToDisplayString(Format),
        };
        var summary = Summary(symbol.GetDocumentationCommentXml());
        return summary.Length == 0 ? signature : $"{signature}\n{summary}";
    }

    private static string Summary(string? xml)
    {
        if (string.IsNullOrWhiteSpace(xml)) return "";
        var document = XElement.Parse(xml);
        var lines = new[] { Text(document.Element("summary")) }
            .Concat(document.Elements("param").Select(p => $"{p.Attribute("name")?.Value}: {Text(p)}"))
            .Append(Text(document.Element("returns")));
        return string.Join('\n', lines.Where(line => line.Length > 0));
    }

    private static string Text(XElement? element) => element is null
        ? ""
        : Blanks().Replace(string.Concat(element.DescendantNodes().Select(Plain)), " ").Trim();

    private static string Plain(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { FirstNode: null } link => (link.Attribute("cref") ?? link.Attribute("langword") ?? link.Attribute("name"))?.Value.Split('.', ':')[^1] ?? "",
        _ => "",
    };
}
