using System.Text.Json.Nodes;
using Analytics.Notebooks.Display;
using Analytics.Notebooks.Documents;
using Analytics.Notebooks.Kernel.Zmtp;
using Analytics.Notebooks.Scripting;

namespace Analytics.Notebooks.Kernel;

/// <summary>Execute requests: runs the cell, and tells every client what comes out of it.</summary>
internal sealed class CellExecution(JupyterKernel kernel, ScriptSession session, History history)
{
    private int _count;

    public int Count => _count;

    public JsonObject Execute(ZmtpConnection from, Message request)
    {
        var code = request.Content["code"]?.GetValue<string>() ?? "";
        var silent = Asked(request, "silent", otherwise: false);
        var stored = !silent && Asked(request, "store_history", otherwise: true);
        if (!silent) _count++;
        if (!silent) kernel.Publish("execute_input", new() { ["code"] = code, ["execution_count"] = _count }, request);
        var outputs = new ClientOutputs(kernel, from, request);
        var result = session.Run(code, silent ? ScriptSession.NoCell : _count, outputs);
        var shown = result.Shown;
        if (stored) history.Add(_count, code, shown?.Plain);
        if (result.Error is { } error) return Failed(request, error);
        if (shown is not null && !silent)
            kernel.Publish("execute_result", new() { ["execution_count"] = _count, ["data"] = Data(shown), ["metadata"] = new JsonObject() }, request);
        return new()
        {
            ["status"] = "ok",
            ["execution_count"] = _count,
            ["payload"] = new JsonArray(),
            ["user_expressions"] = Evaluate(request.Content["user_expressions"] as JsonObject, outputs),
        };
    }

    private static JsonObject Data(MimeBundle bundle) => new(bundle.Parts().Select(p => KeyValuePair.Create(p.Type, (JsonNode?)p.Text)));

    private JsonObject Failed(Message request, CellError error)
    {
        var content = new JsonObject { ["ename"] = error.Name, ["evalue"] = error.Message, ["traceback"] = NotebookCell.Error(error)["traceback"]!.DeepClone() };
        kernel.Publish("error", content.DeepClone().AsObject(), request);
        content["status"] = "error";
        content["execution_count"] = _count;
        content["payload"] = new JsonArray();
        content["user_expressions"] = new JsonObject();
        return content;
    }

    private JsonObject Evaluate(JsonObject? expressions, ICellOutputs outputs)
    {
        var answers = new JsonObject();
        foreach (var (name, expression) in expressions ?? [])
        {
            var result = session.Run(expression?.GetValue<string>() ?? "", ScriptSession.NoCell, outputs);
            answers[name] = result.Error is { } error
                ? new JsonObject { ["status"] = "error", ["ename"] = error.Name, ["evalue"] = error.Message, ["traceback"] = new JsonArray() }
                : new JsonObject { ["status"] = "ok", ["data"] = result.Shown is { } shown ? Data(shown) : [], ["metadata"] = new JsonObject() };
        }
        return answers;
    }

    private static bool Asked(Message request, string name, bool otherwise) => request.Content[name]?.GetValue<bool>() ?? otherwise;

    private sealed class ClientOutputs(JupyterKernel kernel, ZmtpConnection from, Message request) : ICellOutputs
    {
        public void Stream(string name, string text) => kernel.Publish("stream", new() { ["name"] = name, ["text"] = text }, request);

        public void Display(MimeBundle bundle, string? id) => kernel.Publish("display_data", Shown(bundle, id), request);

        public void Update(MimeBundle bundle, string id) => kernel.Publish("update_display_data", Shown(bundle, id), request);

        public void Clear() => kernel.Publish("clear_output", new() { ["wait"] = false }, request);

        public string Ask(string prompt) => Asked(request, "allow_stdin", otherwise: true)
            ? kernel.Ask(prompt, from, request)
            : throw new CellException(Words.Of("ask.noOne"));

        private static JsonObject Shown(MimeBundle bundle, string? id) => new()
        {
            ["data"] = Data(bundle),
            ["metadata"] = new JsonObject(),
            ["transient"] = id is null ? new JsonObject() : new JsonObject { ["display_id"] = id },
        };
    }
}
