namespace Analytics.Notebooks.Tests.Engine;

/// <summary>Whatever a cell does, the session lives and says what happened.</summary>
public sealed class BadInputTests : IDisposable
{
    private readonly Session _session = new();

    [Theory]
    [InlineData("while (true) { }")]
    [InlineData("while (true) { try { Thread.Sleep(10_000); } catch (Exception) { } }")]
    [InlineData("await Task.Delay(-1);")]
    [InlineData("Thread.Sleep(-1);")]
    [InlineData("new SemaphoreSlim(0).Wait();")]
    [InlineData("Task.Delay(-1).Wait();")]
    [InlineData("var c = new Analytics.Pipeline.DuckDb.DuckDBConnection(); c.Open(); var q = c.CreateCommand(); q.CommandText = \"select count(*) from range(10000000000) a(i), range(1000) b(j) where (i * j) % 7 = 3\"; q.ExecuteScalar();")]
    public void A_cell_that_never_ends_is_interrupted_and_the_session_goes_on(string endless)
    {
        _session.Value("var kept = 3;");
        var (error, stopping) = _session.Interrupted(endless);
        Assert.Equal("Interrupted", error.Name);
        Assert.InRange(stopping.TotalSeconds, 0, 5);
        Assert.Equal(3, _session.Value("kept"));
        Assert.Equal(4, _session.Value("await Task.Delay(1); return 4;"));
    }

    [Theory]
    [InlineData("for (;;) { var l = Enumerable.Range(0, 1000).Select(x => $\"{x}\").ToList(); }")]
    [InlineData("int n = 0;\nwhile (true)\n    foreach (var i in new[] { 1, 2 }) if (i == 1) n++; else n--;")]
    [InlineData("int Slow(int x) { while (x >= 0) x = x / 2 + 1; return x; } Slow(5)")]
    [InlineData("do Console.Write('x'); while (true);")]
    [InlineData("await foreach (var x in Endless()) { } async IAsyncEnumerable<int> Endless() { while (true) { await Task.Yield(); yield return 1; } }")]
    public void Interrupts_at_any_moment_of_a_loop_end_it_and_never_the_process(string endless)
    {
        foreach (var wait in (int[])[0, 3, 20, 60, 150])
            Assert.Equal("Interrupted", _session.Interrupted(endless, wait).Error.Name);
        Assert.Equal(1, _session.Value("1"));
    }

    [Fact]
    public void A_cell_that_cannot_be_stopped_is_left_behind_and_said_and_says_nothing_into_the_next()
    {
        _session.Value("var kept = 3;");
        var (error, _) = _session.Interrupted("var sum = Enumerable.Repeat(1L, int.MaxValue).Concat(Enumerable.Repeat(1L, int.MaxValue)).Concat(Enumerable.Repeat(1L, int.MaxValue)).Sum(x => x % 3);");
        Assert.Contains("goes on beside the next cells", error.Message, StringComparison.Ordinal);
        Assert.Equal(3, _session.Value("kept"));
    }

    [Fact]
    public void What_a_cell_left_running_prints_stays_with_that_cell()
    {
        _session.Value("_ = Task.Run(async () => { await Task.Delay(400); Console.Write(\"late\"); });");
        var first = _session.Last;
        _session.Value("await Task.Delay(900);");
        Assert.Equal("", _session.Last.Printed);
        Assert.Equal("late", first.Printed);
    }

    [Theory]
    [InlineData("int Deep(int n) => 1 + Deep(n + 1); Deep(0)")]
    [InlineData("record Node(int Value)\n{\n    public Node Next() { return new Node(Value + 1).Next(); }\n}\nnew Node(0).Next()")]
    public void A_function_that_calls_itself_without_end_is_an_error_of_the_cell(string deep)
    {
        var error = _session.Error(deep);
        Assert.Contains("calls itself without end", error.Message, StringComparison.Ordinal);
        Assert.InRange(error.Trace.Count, 2, 20);
        Assert.Equal(2, _session.Value("1 + 1"));
    }

    [Theory]
    [InlineData("Environment.Exit(3);", "Environment.Exit")]
    [InlineData("using static System.Environment;\nvoid End() => FailFast(\"x\"); End();", "Environment.FailFast")]
    public void A_cell_that_would_end_the_process_is_refused(string ending, string named)
    {
        Assert.StartsWith(named + " would end the kernel", _session.Error(ending).Message, StringComparison.Ordinal);
        Assert.Equal(4, _session.Value("record Door(int Number) { public int Exit() => Number; }\nnew Door(4).Exit()"));
    }

    [Fact]
    public void An_interrupt_without_a_running_cell_does_nothing()
    {
        _session.Script.Interrupt();
        Assert.Equal(1, _session.Value("1"));
    }

    [Fact]
    public void A_hundred_megabytes_are_cut_with_a_sentence()
    {
        _session.Value("for (var i = 0; i < 100; i++) Console.Write(new string('x', 1_000_000));");
        Assert.InRange(_session.Last.Printed.Length, 1_000_000, 1_000_300);
        Assert.Contains("Write long texts to a file", _session.Last.Printed, StringComparison.Ordinal);
        var shown = Display.Formatter.Format(_session.Value("new string('x', 100_000_000)"))!;
        Assert.Equal("(100 million characters, too many to show; write them to a file)", shown.Parts().Single().Text);
    }

    [Fact]
    public void A_thread_that_dies_does_not_take_the_session_with_it()
    {
        _session.Value("var t = new Thread(() => throw new InvalidOperationException(\"lost\")); t.Start(); t.Join(); Thread.Sleep(300);");
        Assert.Contains("InvalidOperationException: lost", _session.Last.Errors, StringComparison.Ordinal);
        Assert.Equal(2, _session.Value("1 + 1"));
    }

    [Fact]
    public void Control_characters_become_visible_and_colours_stay_for_clients_that_show_them()
    {
        _session.Value("Console.Write(\"a\\0b\\u001b[31mred\\u001b[0m\\a\");");
        Assert.Equal("a␀b\u001b[31mred\u001b[0m␇", _session.Last.Printed);
        Assert.Equal("a␀bred␇", Display.HtmlText.WithoutTerminalCodes(_session.Last.Printed));
        Assert.Equal("a␀b", _session.Error("throw new Exception(\"a\\0b\");").Message);
    }

    [Fact]
    public void Strange_values_are_shown()
    {
        foreach (var code in (string[])["double.NaN", "new object()", "new[] { (object)1, null, \"x\" }", "new Dictionary<string, int> { [\"<b>\"] = 1 }", "(1, \"two\")", "DateTime.MinValue", "new int[0]", "new { A = 1, B = (string?)null }", "typeof(int)", "(Action)(() => { })"])
            Assert.NotNull(Display.Formatter.Format(_session.Value(code)));
        Assert.DoesNotContain("AnonymousType", Display.Formatter.Format(_session.Value("new { A = 1 }"))!.Plain, StringComparison.Ordinal);
        Assert.Equal(Int128.MaxValue.ToString("N0", Words.Culture), Display.Formatter.Cell(Int128.MaxValue));
        Assert.Contains("&lt;b&gt;", Display.Formatter.Format(_session.Value("new Dictionary<string, int> { [\"<b>\"] = 1 }"))!.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_that_cannot_be_shown_is_an_error_of_the_cell()
    {
        var error = _session.Error("IEnumerable<int> Bad() { yield return 1; throw new InvalidOperationException(\"halfway\"); }\nBad()");
        Assert.Equal("halfway", error.Message);
    }

    public void Dispose() => _session.Dispose();
}
