using System.Text.Json.Nodes;
using Analytics.Notebooks.Display;
using Analytics.Notebooks.Scripting;

namespace Analytics.Notebooks.Documents;

/// <summary>A cell of a notebook file.</summary>
internal sealed class NotebookCell(JsonObject json)
{
    public bool IsCode => Kind == "code";

    public bool IsMarkdown => Kind == "markdown";

    public string Source => Joined(json["source"]);

    public int? Number => json["execution_count"]?.GetValue<int>();

    public IEnumerable<JsonObject> Outputs => json["outputs"]?.AsArray().Select(output => output!.AsObject()) ?? [];

    private string Kind => json["cell_type"]?.GetValue<string>() ?? "";

    public void Begin(int number)
    {
        json["execution_count"] = number;
        Forget();
    }

    /// <summary>Forgets what an earlier run left.</summary>
    public void Clear()
    {
        json["execution_count"] = null;
        Forget();
    }

    public void Forget() => json["outputs"] = new JsonArray();

    public JsonObject Add(JsonObject output)
    {
        json["outputs"]!.AsArray().Add(output);
        return output;
    }

    /// <summary>A text as nbformat keeps it, in one piece or in lines.</summary>
    public static string Joined(JsonNode? text) => text switch
    {
        JsonArray lines => string.Concat(lines.Select(line => line!.GetValue<string>())),
        JsonValue value => value.GetValue<string>(),
        _ => "",
    };

    public static JsonArray Lines(string text)
    {
        var lines = new JsonArray();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start) is >= 0 and var at ? at + 1 : text.Length;
            lines.Add(text[start..end]);
            start = end;
        }
        return lines;
    }

    public static JsonObject Data(MimeBundle bundle) =>
        new(bundle.Parts().OrderBy(p => p.Type, StringComparer.Ordinal).Select(p => KeyValuePair.Create(p.Type, (JsonNode?)Lines(p.Text))));

    public static JsonObject Error(CellError error) => new()
    {
        ["ename"] = error.Name,
        ["evalue"] = error.Message,
        ["output_type"] = "error",
        ["traceback"] = new JsonArray([.. error.Trace.Select(line => JsonValue.Create(line))]),
    };
}
