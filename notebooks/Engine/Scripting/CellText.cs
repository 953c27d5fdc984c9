using Microsoft.CodeAnalysis.CSharp;

namespace Analytics.Notebooks.Scripting;

/// <summary>A cell as it is typed: C#, or SQL under <c>%%sql [name]</c>, perhaps under a <c>%%time</c>.</summary>
internal sealed record CellText(string Code, string Language, string? Name, bool IsTimed)
{
    public const string CSharp = "C#";
    public const string Sql = "SQL";

    /// <summary>Reads the magic lines at the top; they stay as empty lines, so that errors keep their line.</summary>
    public static CellText Parse(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var (language, name, timed) = (CSharp, (string?)null, false);
        for (var i = 0; i < lines.Length && (lines[i].StartsWith("%%", StringComparison.Ordinal) || lines[i].Length == 0); i++)
        {
            if (lines[i].Length == 0) continue;
            var words = lines[i].Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            switch (words)
            {
                case ["%%time"]: timed = true; break;
                case ["%%sql"]: language = Sql; break;
                case ["%%sql", var variable] when SyntaxFacts.IsValidIdentifier(variable): (language, name) = (Sql, variable); break;
                default: throw new CellException(Words.Fill("magic.unknown", ("magic", lines[i])));
            }
            lines[i] = "";
        }
        return new(string.Join('\n', lines), language, name, timed);
    }

    /// <summary>The C# that runs: SQL becomes a query of the warehouse that was opened last.</summary>
    public string ToCSharp()
    {
        if (Language == CSharp) return Code;
        var query = $"Warehouse.Current.Query({SymbolDisplay.FormatLiteral(Code.Trim(), quote: true)})";
        return Name is null ? query : $"var {Name} = {query};\n{Name}";
    }
}
