using Analytics.Notebooks.Display;
using Analytics.Pipeline.DuckDb;
using Microsoft.CodeAnalysis.CSharp.Scripting;

namespace Analytics.Notebooks.Scripting;

/// <summary>Runs something small through the compiler, the formatters and the database, so that the analyst's first cell does not wait for them to wake.</summary>
internal static class WarmUp
{
    public static void Begin()
    {
        _ = Task.Run(Compiler);
        _ = Task.Run(Database);
    }

    private static async Task Compiler()
    {
        var code = CheckPoints.AddTo("var rows = new[] { 1 }.Select(x => new { X = x, Text = $\"{x}\" }).ToList(); foreach (var row in rows) { } rows");
        var state = await CSharpScript.RunAsync<object>(code, ScriptReferences.Options.WithFilePath("[warm]"));
        state.Script.ContinueWith<object>("rows.Count", ScriptReferences.Options).Compile();
        Formatter.Format(state.ReturnValue)?.Parts().ToList();
    }

    private static void Database()
    {
        using var connection = new DuckDBConnection();
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "select 1";
        command.ExecuteScalar();
    }
}
