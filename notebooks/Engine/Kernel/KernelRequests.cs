using System.Text.Json.Nodes;
using Analytics.Notebooks.Kernel.Zmtp;
using Analytics.Notebooks.Scripting;

namespace Analytics.Notebooks.Kernel;

/// <summary>What each request of a client is answered.</summary>
internal sealed class KernelRequests
{
    private readonly ScriptSession _session = new();
    private readonly History _history = new();
    private readonly JupyterKernel _kernel;
    private readonly CellExecution _execution;

    public KernelRequests(JupyterKernel kernel) => (_kernel, _execution) = (kernel, new CellExecution(kernel, _session, _history));

    public void Interrupt() => _session.Interrupt();

    /// <summary>"Run all" stops at the first error: whether the cells sent behind this one are not to run.</summary>
    public static bool Stops(Message request, JsonObject reply) => request.Type == "execute_request"
        && reply["status"]?.GetValue<string>() == "error" && (request.Content["stop_on_error"]?.GetValue<bool>() ?? true);

    /// <summary>The answer to a cell that is not run.</summary>
    public JsonObject Aborted() => new() { ["status"] = "aborted", ["execution_count"] = _execution.Count };

    /// <summary>The reply's type and content; null where the protocol has none. A request that cannot be read is answered with its error.</summary>
    public (string Type, JsonObject Content)? Answer(ZmtpConnection from, Message request)
    {
        try
        {
            return Choose(from, request);
        }
        catch (Exception e)
        {
            var content = new JsonObject { ["status"] = "error", ["ename"] = e.GetType().Name, ["evalue"] = e.Message, ["traceback"] = new JsonArray() };
            return (request.Type.Replace("_request", "_reply", StringComparison.Ordinal), content);
        }
    }

    private (string Type, JsonObject Content)? Choose(ZmtpConnection from, Message request) => request.Type switch
    {
        "kernel_info_request" => ("kernel_info_reply", Ok(KernelInfo.Content())),
        "execute_request" => ("execute_reply", _execution.Execute(from, request)),
        "complete_request" => ("complete_reply", Ok(Complete(request.Content))),
        "inspect_request" => ("inspect_reply", Ok(Inspect(request.Content))),
        "is_complete_request" => ("is_complete_reply", IsComplete(request.Content)),
        "history_request" => ("history_reply", Ok(_history.Answer(request.Content))),
        "comm_info_request" => ("comm_info_reply", Ok(new() { ["comms"] = new JsonObject() })),
        "interrupt_request" => ("interrupt_reply", Interrupted()),
        "shutdown_request" => ("shutdown_reply", Ok(new() { ["restart"] = request.Content["restart"]?.GetValue<bool>() ?? false })),
        "comm_open" => Refuse(request),
        _ => null,
    };

    private JsonObject Complete(JsonObject asked)
    {
        var (code, place) = Place(asked);
        var found = Completion.At(_session, code, place);
        return new()
        {
            ["matches"] = new JsonArray([.. found.Names.Select(name => JsonValue.Create(name))]),
            ["cursor_start"] = CodePoints.FromUtf16(code, found.Start),
            ["cursor_end"] = CodePoints.FromUtf16(code, found.End),
            ["metadata"] = new JsonObject(),
        };
    }

    private JsonObject Inspect(JsonObject asked)
    {
        var (code, place) = Place(asked);
        var found = Inspection.At(_session, code, place);
        var data = new JsonObject();
        if (found is not null) data["text/plain"] = found;
        return new() { ["found"] = found is not null, ["data"] = data, ["metadata"] = new JsonObject() };
    }

    private static JsonObject IsComplete(JsonObject asked)
    {
        var code = asked["code"]?.GetValue<string>() ?? "";
        var status = Completeness.Of(code);
        return status == "incomplete"
            ? new() { ["status"] = status, ["indent"] = code.TrimEnd().EndsWith('{') ? "    " : "" }
            : new() { ["status"] = status };
    }

    private JsonObject Interrupted()
    {
        _session.Interrupt();
        return Ok([]);
    }

    /// <summary>Widgets of the client's that this kernel has no other half of.</summary>
    private (string, JsonObject)? Refuse(Message opened)
    {
        _kernel.Publish("comm_close", new() { ["comm_id"] = opened.Content["comm_id"]?.DeepClone(), ["data"] = new JsonObject() }, opened);
        return null;
    }

    private static (string Code, int Place) Place(JsonObject asked)
    {
        var code = asked["code"]?.GetValue<string>() ?? "";
        return (code, CodePoints.ToUtf16(code, asked["cursor_pos"]?.GetValue<int>() ?? code.Length));
    }

    private static JsonObject Ok(JsonObject content)
    {
        content["status"] = "ok";
        return content;
    }
}
