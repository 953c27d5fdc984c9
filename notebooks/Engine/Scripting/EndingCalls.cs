using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Analytics.Notebooks.Scripting;

/// <summary>Calls that would end the process, and with it everything that the analyst's cells hold.</summary>
internal static class EndingCalls
{
    public static void Refuse(Compilation compilation)
    {
        var tree = compilation.SyntaxTrees.Single();
        foreach (var call in tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>().Where(c => Name(c) is nameof(Environment.Exit) or nameof(Environment.FailFast)))
            if (compilation.GetSemanticModel(tree).GetSymbolInfo(call).Symbol?.ContainingType.ToDisplayString() == "System.Environment")
                throw new CellException(Words.Fill("error.exit", ("call", $"Environment.{Name(call)}")));
    }

    private static string Name(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => "",
    };
}
