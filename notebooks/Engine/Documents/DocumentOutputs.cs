using System.Text.Json.Nodes;
using Analytics.Notebooks.Display;

namespace Analytics.Notebooks.Documents;

/// <summary>Writes a cell's outputs into the notebook.</summary>
internal sealed class DocumentOutputs(NotebookCell cell) : ICellOutputs
{
    private readonly Dictionary<string, JsonObject> _shown = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();

    public void Stream(string name, string text)
    {
        lock (_gate)
        {
            var last = cell.Outputs.LastOrDefault();
            if (last?["output_type"]?.GetValue<string>() == "stream" && last["name"]!.GetValue<string>() == name)
                last["text"] = NotebookCell.Lines(NotebookCell.Joined(last["text"]) + text);
            else
                cell.Add(new() { ["name"] = name, ["output_type"] = "stream", ["text"] = NotebookCell.Lines(text) });
        }
    }

    public void Display(MimeBundle bundle, string? id)
    {
        lock (_gate)
        {
            var output = cell.Add(new() { ["data"] = NotebookCell.Data(bundle), ["metadata"] = new JsonObject(), ["output_type"] = "display_data" });
            if (id is not null) _shown[id] = output;
        }
    }

    public void Update(MimeBundle bundle, string id)
    {
        lock (_gate)
            if (_shown.TryGetValue(id, out var output)) output["data"] = NotebookCell.Data(bundle);
    }

    public void Clear()
    {
        lock (_gate)
        {
            cell.Forget();
            _shown.Clear();
        }
    }

    public string Ask(string prompt) => throw new CellException(Words.Of("ask.noOne"));
}
