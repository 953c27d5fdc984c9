namespace Analytics.Notebooks.Tests.Engine;

public sealed class CellTests : IDisposable
{
    private readonly Session _session = new();

    [Fact]
    public void A_cell_sees_what_earlier_cells_declared()
    {
        _session.Value("var x = 40; record Point(int X, int Y); int Twice(int n) => 2 * n;");
        Assert.Equal(42, _session.Value("x + new Point(1, 2).X * Twice(1) / 1"));
        Assert.Equal(5, _session.Value("await Task.FromResult(5)"));
        Assert.Null(_session.Value("var y = 1;"));
    }

    [Fact]
    public void What_is_printed_and_displayed_comes_in_order()
    {
        _session.Value("Console.Write(\"a\"); Console.Error.Write(\"b\"); display(3); Console.WriteLine($\"{1}{2}\");");
        Assert.Equal("a12\n", _session.Last.Printed.ReplaceLineEndings("\n"));
        Assert.Equal("b", _session.Last.Errors);
        Assert.Equal("3", Assert.Single(_session.Last.Displays).Plain);
    }

    [Fact]
    public void A_display_can_be_changed_and_a_loop_shows_how_far_it_is()
    {
        _session.Value("var s = display(\"before\"); s.Update(\"after\");");
        Assert.Equal("after", Assert.Single(_session.Last.Updates).Plain);
        _session.Value("foreach (var i in Progress(new[] { 1, 2, 3 })) { }");
        Assert.Equal(["1/3", "2/3", "3/3"], _session.Last.Updates.Select(u => u.Plain));
    }

    [Fact]
    public void A_compilation_error_points_at_its_line_and_column_and_changes_nothing()
    {
        _session.Value("var kept = 1;");
        var error = _session.Error("var a = 1;\nvar b = missing + a;");
        Assert.Equal("CompilationError", error.Name);
        Assert.Equal(["line 2, column 9: CS0103 The name 'missing' does not exist in the current context", "    var b = missing + a;", "            ^"], error.Trace);
        Assert.Equal(1, _session.Value("kept"));
    }

    [Fact]
    public void An_exception_points_at_the_line_of_the_cell_that_threw_and_keeps_what_was_declared_before()
    {
        _session.Value("int Bad(string s)\n{\n    return int.Parse(s);\n}");
        var error = _session.Error("var before = 7;\n\nBad(\"x\");");
        Assert.Equal("FormatException", error.Name);
        Assert.Contains("in cell [1], line 3:", error.Trace);
        Assert.Contains("in cell [2], line 3:", error.Trace);
        Assert.Contains("    Bad(\"x\");", error.Trace);
        Assert.Equal(7, _session.Value("before"));
    }

    [Fact]
    public void A_magic_line_keeps_the_numbers_of_the_lines_below_it()
    {
        var error = _session.Error("%%time\nvar a = 1;\nnope;");
        Assert.StartsWith("line 3, column 1: CS0103", error.Trace[0], StringComparison.Ordinal);
        _session.Value("%%time\n1 + 1");
        Assert.Matches(@"^\d+\.\d{3} s", _session.Last.Printed);
        Assert.Contains("%%sql", _session.Error("%%bash\nls").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_points_stay_on_their_lines_and_change_no_value()
    {
        const string Code = "var n = 0;\nfor (var i = 0; i < 3; i++) n += i;\nint F(int x) => x > 0\n    ? x\n    : throw new Exception(\"neg\");\nvoid G() => n++;\nFunc<int, int> h = x => { return x; };\nG(); async Task A() => await Task.Yield(); await A();\nn + F(1) + h(1)";
        Assert.Equal(6, _session.Value(Code));
        Assert.Equal(Code.Split('\n').Length, Scripting.CheckPoints.AddTo(Code).Split('\n').Length);
        Assert.Contains("in cell [1], line 3:", _session.Error("F(-1)").Trace);
    }

    [Fact]
    public void A_question_is_answered_by_the_analyst()
    {
        Assert.Equal("", _session.Value("Console.ReadLine()"));
        Assert.Equal("", _session.Value("Ask(\"name?\")"));
    }

    [Fact]
    public void Names_are_completed_after_a_dot_and_without_one()
    {
        _session.Value("var customers = new List<string> { \"a\" };");
        Assert.Contains("customers", Complete("cust").Names);
        Assert.Contains("Count", Complete("customers.").Names);
        Assert.Contains("Where", Complete("var n = customers.Wh").Names);
        Assert.Contains("WriteLine", Complete("Console.Wri").Names);
        Assert.DoesNotContain("Equals", Complete("Console.Wri").Names);
        Assert.Contains("WinRateCohort", Complete("Kpi.Win").Names);
        Assert.Contains("ToUpperInvariant", Complete("customers[0]?.ToU").Names);
        Assert.Contains("foreach", Complete("fore").Names);
        Assert.Contains("ToUpperInvariant", Complete("customers.Where(c => c.ToU").Names);
        Assert.Contains("ToUpperInvariant", Complete("customers.OrderBy(c => c.Length).Select(c => c.)", 47).Names);
        var found = Complete("customers.Sel", 10);
        Assert.Equal((10, 13), (found.Start, found.End));
    }

    [Fact]
    public void The_documentation_of_a_name_is_found()
    {
        _session.Value("var w = 1;");
        Assert.Contains("int w", Inspect("w + 1", 0), StringComparison.Ordinal);
        Assert.Contains("Customer acquisition cost / Coût d’acquisition client (CAC)", Inspect("Kpi.Cac", 6), StringComparison.Ordinal);
        Assert.Contains("Upright bars", Inspect("Chart.Bar(", 10), StringComparison.Ordinal);
        Assert.Null(Scripting.Inspection.At(_session.Script, "  ", 1));
        Assert.Null(Scripting.Inspection.At(_session.Script, "", 0));
    }

    [Theory]
    [InlineData("1 + 1", "complete")]
    [InlineData("if (true) {", "incomplete")]
    [InlineData("var = = 2;", "invalid")]
    [InlineData("%%sql\nselect 1", "complete")]
    public void A_console_knows_whether_a_text_is_complete(string code, string expected) =>
        Assert.Equal(expected, Scripting.Completeness.Of(code));

    public void Dispose() => _session.Dispose();

    private Scripting.Completions Complete(string code, int? at = null) => Scripting.Completion.At(_session.Script, code, at ?? code.Length);

    private string Inspect(string code, int at) => Scripting.Inspection.At(_session.Script, code, at) ?? "";
}
