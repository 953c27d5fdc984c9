using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Analytics.Notebooks.Scripting;

/// <summary>Writes the check points into a cell's loops and functions, on the lines that these have.</summary>
internal static class CheckPoints
{
    private const string Turn = "global::Analytics.Notebooks.Scripting.CheckPoint.Turn();";
    private const string Enter = "global::Analytics.Notebooks.Scripting.CheckPoint.Enter();";
    private static readonly CSharpParseOptions Script = new(LanguageVersion.Latest, kind: SourceCodeKind.Script);

    private sealed record Edit(int At, int Length, string Text);

    /// <summary>The text with them; a text that is no C# stays as it is.</summary>
    public static string AddTo(string code)
    {
        var tree = CSharpSyntaxTree.ParseText(code, Script);
        if (tree.GetDiagnostics().Any(d => d.Severity == DiagnosticSeverity.Error)) return code;
        var text = new StringBuilder();
        var at = 0;
        foreach (var edit in tree.GetRoot().DescendantNodes().SelectMany(Edits).OrderBy(e => e.At))
        {
            text.Append(code, at, edit.At - at).Append(edit.Text);
            at = edit.At + edit.Length;
        }
        return text.Append(code, at, code.Length - at).ToString();
    }

    private static IEnumerable<Edit> Edits(SyntaxNode node) => node switch
    {
        WhileStatementSyntax loop => Before(loop.Statement),
        DoStatementSyntax loop => Before(loop.Statement),
        ForStatementSyntax loop => Before(loop.Statement),
        CommonForEachStatementSyntax loop => Before(loop.Statement),
        BaseMethodDeclarationSyntax { Body: { } body } => [Inside(body, Enter)],
        LocalFunctionStatementSyntax { Body: { } body } => [Inside(body, Enter)],
        AccessorDeclarationSyntax { Body: { } body } => [Inside(body, Enter)],
        AnonymousFunctionExpressionSyntax { Block: { } body } => [Inside(body, Enter)],
        MethodDeclarationSyntax { ExpressionBody: { } body } method => Block(body, method.SemicolonToken, method.ReturnType, method.Modifiers),
        LocalFunctionStatementSyntax { ExpressionBody: { } body } method => Block(body, method.SemicolonToken, method.ReturnType, method.Modifiers),
        _ => [],
    };

    private static Edit Inside(BlockSyntax block, string check) => new(block.OpenBraceToken.Span.End, 0, check);

    private static IEnumerable<Edit> Before(StatementSyntax statement) => statement is BlockSyntax block
        ? [Inside(block, Turn)]
        : [new(statement.SpanStart, 0, "{" + Turn), new(statement.Span.End, 0, "}")];

    /// <summary>=> value; becomes { check; return value; }.</summary>
    private static IEnumerable<Edit> Block(ArrowExpressionClauseSyntax body, SyntaxToken end, TypeSyntax type, SyntaxTokenList modifiers)
    {
        if (body.Expression is ThrowExpressionSyntax) return [];
        var hasNoValue = type is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword }
            || (modifiers.Any(SyntaxKind.AsyncKeyword) && type is not (GenericNameSyntax or QualifiedNameSyntax { Right: GenericNameSyntax }));
        return
        [
            new(body.ArrowToken.SpanStart, body.ArrowToken.Span.Length, $"{{{Enter}{(hasNoValue ? "" : "return")}"),
            new(end.Span.End, 0, "}"),
        ];
    }
}
