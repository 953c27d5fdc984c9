using Analytics.Pipeline.DuckDb;
using Analytics.Pipeline.DuckDb.Native;

namespace Analytics.Pipeline.Tests.DuckDb;

public class ErrorTests
{
    [Theory]
    [InlineData("SELECT * FROM nowhere", "Catalog", "nowhere")]
    [InlineData("SELEC 1", "Parser", "SELEC")]
    [InlineData("SELECT a FROM (SELECT 1 AS b)", "Binder", "\"a\"")]
    [InlineData("SELECT 'x'::INTEGER", "Conversion", "'x'")]
    [InlineData("SELECT error('my words')", "Invalid Input", "my words")]
    public void An_error_is_DuckDBs_own_text_and_kind(string sql, string kind, string words)
    {
        var error = Assert.Throws<DuckDBException>(() => Database.Ask(sql));
        Assert.Equal(kind, error.Kind);
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_without_a_statement_or_a_command_without_a_connection_is_an_error()
    {
        Assert.Contains("no statement", Assert.Throws<InvalidOperationException>(() => Database.Ask(" -- nothing\n;")).Message, StringComparison.Ordinal);
        Assert.Contains("no connection", Assert.Throws<InvalidOperationException>(() => new DuckDBCommand("SELECT 1").ExecuteScalar()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_native_library_says_what_to_run()
    {
        using var folder = new Folder();
        var empty = Path.GetDirectoryName(folder.File("x"))!;
        Assert.Contains("dotnet build", Assert.Throws<DllNotFoundException>(() => NativeLoader.Find(null, [empty])).Message, StringComparison.Ordinal);
        Assert.Contains(NativeLoader.Variable, Assert.Throws<DllNotFoundException>(() => NativeLoader.Find(folder.File("no"), [])).Message, StringComparison.Ordinal);
        File.WriteAllText(folder.File(NativeLoader.FileName), "");
        Assert.Equal(folder.File(NativeLoader.FileName), NativeLoader.Find(null, ["/nowhere", empty]));
        Assert.Equal(folder.File(NativeLoader.FileName), NativeLoader.Find(empty, []));
    }
}
