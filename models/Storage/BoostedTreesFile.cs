using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Analytics.Models.Boosting;

namespace Analytics.Models.Storage;

/// <summary>What a model was trained on, for the reader of its file.</summary>
internal sealed record TrainingSummary(string Question, DateOnly AsOf, int Rows, double MeanTarget);

/// <summary>Boosted trees as versioned JSON that a person can read.</summary>
internal static class BoostedTreesFile
{
    private const string Format = "boosted-trees";
    private const int Version = 2;

    private static readonly JsonSerializerOptions s_json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        WriteIndented = true,
        NewLine = "\n",
    };

    private sealed record Document(
        string Format, int Version, string SchemaHash, TrainingSummary Training, string Loss, IReadOnlyList<string> Features, double Start, IReadOnlyList<Tree> Trees);

    internal static string Write(BoostedTrees model, TrainingSummary training) => JsonSerializer.Serialize(
        new Document(Format, Version, Hash(model.Features), training, model.Loss.Name, model.Features, model.Start, model.Trees), s_json);

    /// <summary>The model of a file, for the given features; a file made for others is refused with the difference.</summary>
    internal static BoostedTrees Read(string json, IReadOnlyList<string> features)
    {
        var document = Parse(json);
        if (!Same(document.Format, Format) || document.Version != Version)
            throw new InvalidDataException($"The model file is {document.Format} version {document.Version}; this program reads {Format} version {Version}. Train the model again.");
        if (!Same(document.SchemaHash, Hash(features))) throw new InvalidDataException(Difference(document.Features, features));
        if (!Same(document.SchemaHash, Hash(document.Features)) || !document.Trees.All(tree => IsSound(tree, features.Count)))
            throw new InvalidDataException("The model file contradicts itself: it was altered. Train the model again.");
        return new BoostedTrees(BoostingLoss.Named(document.Loss), document.Features, document.Start, document.Trees);
    }

    private static Document Parse(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<Document>(json, s_json) ?? throw new InvalidDataException("The model file is empty. Train the model again.");
        }
        catch (JsonException error)
        {
            throw new InvalidDataException($"The model file cannot be read ({error.Message}). Train the model again.", error);
        }
    }

    /// <summary>Every child comes after its parent, so no walk can leave the tree or turn in circles.</summary>
    private static bool IsSound(Tree tree, int features)
    {
        var nodes = tree.Nodes;
        Array[] others = [tree.Threshold, tree.LeftCategories, tree.MissingLeft, tree.Left, tree.Right, tree.Value, tree.Cover];
        return nodes > 0 && Array.TrueForAll(others, array => array.Length == nodes) && Enumerable.Range(0, nodes).All(node =>
            tree.IsLeaf(node) || (tree.Feature[node] < features && Follows(tree.Left[node]) && Follows(tree.Right[node])
            && tree.Left[node] > node && tree.Right[node] > node));

        bool Follows(int child) => child < nodes;
    }

    private static string Difference(IReadOnlyList<string> then, IReadOnlyList<string> now)
    {
        var (gone, added) = (then.Except(now, StringComparer.Ordinal).ToList(), now.Except(then, StringComparer.Ordinal).ToList());
        var parts = new List<string>();
        if (gone.Count > 0) parts.Add($"missing now: {string.Join(", ", gone)}");
        if (added.Count > 0) parts.Add($"unknown to it: {string.Join(", ", added)}");
        if (parts.Count == 0) parts.Add($"the order, which was {string.Join(", ", then)}");
        return $"The model file was made for other features; {string.Join("; ", parts)}. Train the model again.";
    }

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.Ordinal);

    private static string Hash(IReadOnlyList<string> features) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', features))))[..16];
}
