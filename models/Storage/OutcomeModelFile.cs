using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Analytics.Models.Explanation;

namespace Analytics.Models.Storage;

/// <summary>A model of a table of customers as versioned JSON that a person can read.</summary>
internal static class OutcomeModelFile
{
    private const string Format = "analytics-outcome-model";
    private const int Version = 1;

    private static readonly JsonSerializerOptions s_json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
        // Headings keep their accents; the file is no web page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
    };

    private sealed record Document(string Format, int Version, string SchemaHash, TrainingSummary Training, IReadOnlyList<KeptColumn> Columns, IReadOnlyList<ModelPart> Parts);

    private sealed record KeptColumn(string Name, IReadOnlyList<string> Words);

    internal static string Write(OutcomeModel model)
    {
        var columns = model.Columns.Select(column => new KeptColumn(column.Name, column.Words)).ToList();
        return JsonSerializer.Serialize(new Document(Format, Version, Hash(columns), model.Training, columns, ModelPart.Of(model.Model)), s_json);
    }

    internal static OutcomeModel Read(string json)
    {
        var document = Parse(json);
        if (document.Format != Format || document.Version != Version)
            throw new ModelFileException(new(
                $"The model file is {document.Format} version {document.Version}; this program reads {Format} version {Version}. Learn again.",
                $"Le fichier du modèle est {document.Format} version {document.Version}\u00a0; ce programme lit {Format} version {Version}. Réapprenez."));
        if (document.SchemaHash != Hash(document.Columns) || document.Parts.Count == 0 || !document.Parts.All(part => part.IsSound(document.Columns.Count)))
            throw new ModelFileException(new(
                "The model file contradicts itself: it was altered. Learn again.",
                "Le fichier du modèle se contredit\u00a0: il a été modifié. Réapprenez."));
        var names = document.Columns.Select(column => column.Name).ToArray();
        var parts = document.Parts.Select(part => part.Model(names)).ToList();
        return new(document.Training, [.. document.Columns.Select(column => new TraitColumn(column.Name, [], column.Words))], parts is [var one] ? one : new BlendChurn(parts));
    }

    private static Document Parse(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<Document>(json, s_json) ?? throw Unreadable("null", null);
        }
        catch (Exception error) when (error is JsonException or NotSupportedException)
        {
            throw Unreadable(error.Message, error);
        }
    }

    private static ModelFileException Unreadable(string reason, Exception? cause) => new(
        new Bilingual(
            $"The model file cannot be read ({reason}). Give the model.json that learn wrote, or learn again.",
            $"Le fichier du modèle ne se lit pas ({reason}). Donnez le model.json écrit par learn, ou réapprenez."),
        cause);

    private static string Hash(IReadOnlyList<KeptColumn> columns) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', columns.Select(column => $"{column.Name}\t{string.Join('\t', column.Words)}")))))[..16];
}
