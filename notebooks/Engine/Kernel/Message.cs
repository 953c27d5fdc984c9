using System.Text.Json.Nodes;

namespace Analytics.Notebooks.Kernel;

/// <summary>A message of the Jupyter protocol, version 5.3.</summary>
internal sealed record Message(JsonObject Header, JsonObject Parent, JsonObject Metadata, JsonObject Content)
{
    /// <summary>The frames before the delimiter: whom to answer.</summary>
    public IReadOnlyList<byte[]> Route { get; init; } = [];

    public string Type => Header["msg_type"]?.GetValue<string>() ?? "";
}
