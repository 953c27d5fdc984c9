using Microsoft.CodeAnalysis.CSharp;

namespace Analytics.Notebooks.Scripting;

/// <summary>A cell as it is typed: C#, or SQL under <c>%%sql [name]</c>, perhaps under a <c>%%time</c>.</summary>
internal sealed record CellText(string Code, string Language, string? Name)
{
    public const string CSharp = "C#";
    public const string Sql = "SQL";

    /// <summary>Whether the cell asks for the time that it takes.</summary>
    public static bool IsTimed(string text) => text.Split('\n').TakeWhile(IsHead).Any(line => line.Trim() == "%%time");

    public static bool IsSql(string text) => text.Split('\n').TakeWhile(IsHead).Any(line => line.StartsWith("%%sql", StringComparison.Ordinal));

    /// <summary>Reads the magic lines at the top; they stay as empty lines, so that errors keep their line.</summary>
    public static CellText Parse(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var (language, name) = (CSharp, (string?)null);
        for (var i = 0; i < lines.Length && IsHead(lines[i]); i++)
        {
            if (string.IsNullOrWhiteSpace(lines[i])) continue;
            var words = lines[i].Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            switch (words)
            {
                case ["%%time"]: break;
                case ["%%sql"]: language = Sql; break;
                case ["%%sql", var variable] when SyntaxFacts.IsValidIdentifier(variable): (language, name) = (Sql, variable); break;
                default: throw new CellException(Words.Fill("magic.unknown", ("magic", lines[i])));
            }
            lines[i] = "";
        }
        return new(string.Join('\n', lines), language, name);
    }

    /// <summary>The C# that runs: SQL becomes a query of the warehouse that was opened last, on its own lines, which DuckDB names in its errors.</summary>
    public string ToCSharp()
    {
        if (Language == CSharp) return Code;
        var query = $"Warehouse.Current.Query({SymbolDisplay.FormatLiteral(Code.TrimEnd(), quote: true)})";
        return Name is null ? query : $"var {Name} = {query};\n{Name}";
    }

    private static bool IsHead(string line) => line.StartsWith("%%", StringComparison.Ordinal) || string.IsNullOrWhiteSpace(line);
}
