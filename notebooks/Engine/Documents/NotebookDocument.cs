using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Analytics.Notebooks.Documents;

/// <summary>A notebook file (nbformat 4), kept as it is but for its cells' outputs.</summary>
internal sealed class NotebookDocument
{
    private static readonly JsonSerializerOptions Format = new()
    {
        WriteIndented = true,
        IndentSize = 1,
        NewLine = "\n",
        // As nbformat writes it: letters stay letters.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly JsonObject _root;

    private NotebookDocument(JsonObject root, string name)
    {
        (_root, Name) = (root, name);
        Cells = [.. root["cells"]!.AsArray().Select(cell => new NotebookCell(cell!.AsObject()))];
    }

    /// <summary>The file's name without its ending.</summary>
    public string Name { get; }

    public IReadOnlyList<NotebookCell> Cells { get; }

    public static NotebookDocument Load(string path)
    {
        try
        {
            var root = JsonNode.Parse(File.ReadAllText(path)) as JsonObject;
            if (root?["nbformat"]?.GetValue<int>() != 4 || root["cells"] is not JsonArray) throw new JsonException("nbformat ≠ 4");
            return new(root, Path.GetFileNameWithoutExtension(path));
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException or InvalidOperationException or FormatException)
        {
            throw new CellException(Words.Fill("document.unreadable", ("path", path), ("reason", e.Message)), e);
        }
    }

    public void Save(string path) => File.WriteAllText(path, Text(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));

    public string Text() => _root.ToJsonString(Format) + "\n";
}
