using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Analytics.Notebooks.Scripting;

/// <summary>The names that can stand at a place, and the part of the text that they would replace.</summary>
internal sealed record Completions(IReadOnlyList<string> Names, int Start, int End);

/// <summary>Finds the names that can stand where the cursor is.</summary>
internal static class Completion
{
    private static readonly string[] Keywords =
    [
        "async", "await", "bool", "break", "case", "class", "continue", "decimal", "default", "double", "else", "enum", "false", "for", "foreach", "if", "in", "int", "is",
        "long", "new", "null", "out", "record", "return", "static", "string", "struct", "switch", "throw", "true", "try", "typeof", "using", "var", "void", "while", "with",
    ];

    public static Completions At(ScriptSession session, string code, int position)
    {
        if (CellText.IsSql(code)) return SqlCompletion.At(code, position);
        var start = position;
        while (start > 0 && SyntaxFacts.IsIdentifierPartCharacter(code[start - 1])) start--;
        var end = position;
        while (end < code.Length && SyntaxFacts.IsIdentifierPartCharacter(code[end])) end++;
        var prefix = code[start..position];
        var compilation = session.Compile(code);
        var model = compilation.GetSemanticModel(compilation.SyntaxTrees.Single());
        var names = Receiver(model.SyntaxTree.GetRoot(), code, start) is { } receiver
            ? Members(model, receiver)
            : model.LookupSymbols(start).Where(s => s.CanBeReferencedByName && !s.Name.StartsWith('<')).Select(s => s.Name).Concat(Keywords);
        return new(
            [.. names.Where(n => n.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)).Distinct(StringComparer.Ordinal)
                .OrderBy(n => !n.StartsWith(prefix, StringComparison.Ordinal)).ThenBy(n => n, StringComparer.OrdinalIgnoreCase).ThenBy(n => n, StringComparer.Ordinal)],
            start, end);
    }

    /// <summary>What stands before the dot; null where there is none.</summary>
    private static ExpressionSyntax? Receiver(SyntaxNode root, string code, int start)
    {
        var dot = start - 1;
        while (dot >= 0 && char.IsWhiteSpace(code[dot])) dot--;
        if (dot < 1 || code[dot] != '.') return null;
        return root.FindToken(dot).Parent switch
        {
            MemberAccessExpressionSyntax access => access.Expression,
            QualifiedNameSyntax name => name.Left,
            MemberBindingExpressionSyntax binding => binding.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>()?.Expression,
            _ => null,
        };
    }

    private static IEnumerable<string> Members(SemanticModel model, ExpressionSyntax receiver)
    {
        // Looked up where the receiver stands: a lambda's parameter is known only inside it.
        var position = receiver.SpanStart;
        var expression = SyntaxFactory.ParseExpression(receiver.ToString());
        var symbol = model.GetSpeculativeSymbolInfo(position, expression, SpeculativeBindingOption.BindAsExpression).Symbol;
        if (symbol is INamespaceOrTypeSymbol place)
            return Named(model.LookupSymbols(position, place)).Where(s => place is INamespaceSymbol || s.IsStatic || s is ITypeSymbol).Select(s => s.Name);
        var type = model.GetSpeculativeTypeInfo(position, expression, SpeculativeBindingOption.BindAsExpression).Type;
        return type is null or IErrorTypeSymbol
            ? []
            : Named(model.LookupSymbols(position, type, includeReducedExtensionMethods: true)).Where(s => !s.IsStatic && s is not ITypeSymbol).Select(s => s.Name);
    }

    private static IEnumerable<ISymbol> Named(IEnumerable<ISymbol> symbols) => symbols.Where(s => s.CanBeReferencedByName && s.DeclaredAccessibility is not Accessibility.Private);
}
