using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Analytics.Notebooks.Tests.Kernel;

/// <summary>The kernel's side of the Jupyter protocol 5.3, message by message.</summary>
public sealed class ConversationTests(ConversationTests.Kernel kernel, Demo demo) : IClassFixture<ConversationTests.Kernel>
{
    private Client Client => kernel.Client;

    [Fact]
    public async Task The_kernel_says_what_it_is()
    {
        var info = (await Client.Ask("kernel_info_request", [])).Reply;
        Assert.Equal("kernel_info_reply", info.Type);
        Assert.Equal("5.3", info.Content["protocol_version"]!.GetValue<string>());
        Assert.Equal("C#", info.Content["language_info"]!["name"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_cell_is_told_to_everyone_in_the_protocols_order()
    {
        var cell = await Client.Execute("Console.Write(\"hi\"); 6 * 7");
        Assert.Equal(["status", "execute_input", "stream", "execute_result", "status"], cell.Types);
        Assert.Equal("hi", cell.Printed());
        Assert.Equal("42", cell.Of("execute_result")["data"]!["text/plain"]!.GetValue<string>());
        Assert.Equal("ok", cell.Status);
        Assert.Equal(cell.Of("execute_input")["execution_count"]!.GetValue<int>(), cell.Reply.Content["execution_count"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_silent_cell_is_neither_shown_nor_counted()
    {
        var before = (await Client.Execute("1")).Reply.Content["execution_count"]!.GetValue<int>();
        var silent = Client.Cell("1 + 1");
        silent["silent"] = true;
        Assert.Equal(["status", "status"], (await Client.Ask("execute_request", silent)).Types);
        Assert.Equal(before + 1, (await Client.Execute("1")).Reply.Content["execution_count"]!.GetValue<int>());
    }

    [Fact]
    public async Task An_error_is_published_and_the_cells_sent_behind_it_are_aborted()
    {
        var waiting = new List<string>();
        var failed = await Client.Execute("Thread.Sleep(300); throw new Exception(\"no\");", meanwhile: () =>
        {
            waiting.Add(Client.Send("execute_request", Client.Cell("1")).Header["msg_id"]!.GetValue<string>());
            waiting.Add(Client.Send("is_complete_request", new() { ["code"] = "1" }).Header["msg_id"]!.GetValue<string>());
            return Task.CompletedTask;
        });
        Assert.Equal("error", failed.Status);
        Assert.Equal("no", failed.Of("error")["evalue"]!.GetValue<string>());
        Assert.Equal("aborted", (await Client.Next(Client.Shell, waiting[0])).Content["status"]!.GetValue<string>());
        Assert.Equal("complete", (await Client.Next(Client.Shell, waiting[1])).Content["status"]!.GetValue<string>());
        Assert.Equal("ok", (await Client.Execute("1")).Status);
    }

    [Fact]
    public async Task A_cell_sent_as_soon_as_an_error_is_read_runs()
    {
        for (var i = 0; i < 100; i++)
        {
            var failed = Client.Send("execute_request", Client.Cell("throw new Exception(\"no\");")).Header["msg_id"]!.GetValue<string>();
            Assert.Equal("error", (await Client.Next(Client.Shell, failed)).Content["status"]!.GetValue<string>());
            var next = Client.Send("execute_request", Client.Cell("1")).Header["msg_id"]!.GetValue<string>();
            Assert.Equal("ok", (await Client.Next(Client.Shell, next)).Content["status"]!.GetValue<string>());
        }
    }

    [Fact]
    public async Task What_a_cell_prints_arrives_while_it_runs()
    {
        var request = Client.Send("execute_request", Client.Cell("Console.Write(\"early\"); Thread.Sleep(1500); Console.Write(\"late\");"));
        var id = request.Header["msg_id"]!.GetValue<string>();
        Notebooks.Kernel.Message next;
        do next = await Client.Next(Client.Iopub, id);
        while (next.Type != "stream");
        var clock = Stopwatch.StartNew();
        Assert.Equal("early", next.Content["text"]!.GetValue<string>());
        await Client.Next(Client.Shell, id);
        Assert.InRange(clock.Elapsed.TotalSeconds, 0.7, 10);
    }

    [Fact]
    public async Task A_display_has_an_id_that_an_update_names_again()
    {
        var cell = await Client.Execute("var s = display(\"a\"); s.Update(\"b\"); ClearOutput();");
        Assert.Equal(["status", "execute_input", "display_data", "update_display_data", "clear_output", "status"], cell.Types);
        Assert.Equal(cell.Of("display_data")["transient"]!["display_id"]!.GetValue<string>(), cell.Of("update_display_data")["transient"]!["display_id"]!.GetValue<string>());
        Assert.Equal("b", cell.Of("update_display_data")["data"]!["text/plain"]!.GetValue<string>());
    }

    [Fact]
    public async Task An_interrupt_on_the_control_channel_stops_the_cell_and_keeps_the_session()
    {
        await Client.Execute("var kept = 9;");
        var cell = await Client.Execute("while (true) { }", meanwhile: async () =>
        {
            await Task.Delay(1000, TestContext.Current.CancellationToken);
            var id = Client.Send("interrupt_request", [], Client.Control).Header["msg_id"]!.GetValue<string>();
            Assert.Equal("ok", (await Client.Next(Client.Control, id)).Content["status"]!.GetValue<string>());
        });
        Assert.Equal("Interrupted", cell.Of("error")["ename"]!.GetValue<string>());
        Assert.Equal("9", (await Client.Execute("kept")).Of("execute_result")["data"]!["text/plain"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_question_goes_to_the_client_that_sent_the_cell()
    {
        var cell = await Client.Execute("Ask(\"Which sector?\")", meanwhile: async () =>
        {
            var question = await Client.Next(Client.Stdin);
            Assert.Equal("Which sector?", question.Content["prompt"]!.GetValue<string>());
            Client.Answer("BTP");
        });
        Assert.Equal("BTP", cell.Of("execute_result")["data"]!["text/plain"]!.GetValue<string>());
        var alone = Client.Cell("Ask(\"anyone?\")");
        alone["allow_stdin"] = false;
        Assert.Equal("error", (await Client.Ask("execute_request", alone)).Status);
    }

    [Fact]
    public async Task Cursor_places_are_counted_in_characters_not_in_UTF_16_units()
    {
        const string Code = "var s = \"😀😀\"; Console.WriteL";
        var places = Code.EnumerateRunes().Count();
        var reply = (await Client.Ask("complete_request", new() { ["code"] = Code, ["cursor_pos"] = places })).Reply.Content;
        Assert.Equal(["WriteLine"], reply["matches"]!.AsArray().Select(m => m!.GetValue<string>()));
        Assert.Equal((places - 6, places), (reply["cursor_start"]!.GetValue<int>(), reply["cursor_end"]!.GetValue<int>()));
    }

    [Fact]
    public async Task Expressions_of_the_client_are_evaluated_after_the_cell()
    {
        var cell = Client.Cell("var a = 2;");
        cell["user_expressions"] = new JsonObject { ["good"] = "a + 1", ["bad"] = "nothing" };
        var answers = (await Client.Ask("execute_request", cell)).Reply.Content["user_expressions"]!;
        Assert.Equal("3", answers["good"]!["data"]!["text/plain"]!.GetValue<string>());
        Assert.Equal("error", answers["bad"]!["status"]!.GetValue<string>());
    }

    [Fact]
    public async Task Comms_of_the_client_are_refused_and_none_are_listed()
    {
        Assert.Empty((await Client.Ask("comm_info_request", [])).Reply.Content["comms"]!.AsObject());
        Client.Send("comm_open", new() { ["comm_id"] = "w1", ["target_name"] = "jupyter.widget", ["data"] = new JsonObject() });
        Notebooks.Kernel.Message next;
        do next = await Client.Next(Client.Iopub);
        while (next.Type != "comm_close");
        Assert.Equal("w1", next.Content["comm_id"]!.GetValue<string>());
    }

    [Fact]
    public async Task The_heart_beats_while_a_cell_runs()
    {
        await Client.Execute("Thread.Sleep(500);", meanwhile: async () =>
        {
            Client.Heartbeat.Send([[], "beat"u8.ToArray()]);
            var echo = await Client.Heartbeat.Receive(TestContext.Current.CancellationToken);
            Assert.Equal("beat"u8.ToArray(), echo![^1]);
        });
    }

    [Fact]
    public async Task A_message_with_another_key_is_not_executed()
    {
        var stranger = new Notebooks.Kernel.MessageCodec("another key");
        var file = demo.At("stranger");
        Client.Shell.Send(stranger.Encode(stranger.Create("execute_request", Client.Cell($"File.WriteAllText(@\"{file}\", \"\");"), null)));
        Client.Shell.Send(["noise"u8.ToArray()]);
        Assert.Equal("ok", (await Client.Execute("1")).Status);
        Assert.False(File.Exists(file));
    }

    [Fact]
    public async Task A_request_that_makes_no_sense_is_answered_with_an_error_and_the_kernel_lives()
    {
        Assert.Equal("error", (await Client.Ask("complete_request", new() { ["code"] = 5, ["cursor_pos"] = "x" })).Status);
        Assert.Equal("error", (await Client.Ask("execute_request", new() { ["code"] = new JsonObject() })).Status);
        Assert.Equal("ok", (await Client.Ask("complete_request", new() { ["code"] = "", ["cursor_pos"] = 99 })).Status);
        Assert.Equal("ok", (await Client.Execute("1")).Status);
    }

    public sealed class Kernel(Demo demo) : IAsyncLifetime
    {
        internal Client Client { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Client = await Client.Start(demo.Folder);

        public ValueTask DisposeAsync() => Client.DisposeAsync();
    }
}
