using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Analytics.Dashboards.Data;
using Analytics.Dashboards.Engine;

namespace Analytics.Dashboards.Pages;

[JsonSourceGenerationOptions(AllowDuplicateProperties = false, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PageData))]
[JsonSerializable(typeof(CustomerLists))]
[JsonSerializable(typeof(EngineData))]
[JsonSerializable(typeof(EngineNames))]
[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class PageJson : JsonSerializerContext
{
    /// <summary>Keeps letters readable, and escapes whatever could end a script element or a line.</summary>
    private static readonly JavaScriptEncoder InScript = JavaScriptEncoder.Create(UnicodeRanges.All);

    public static string Encode(PageData data) => JsonSerializer.Serialize(data, With(InScript).PageData);

    public static string Encode(EngineData? data) => data is null ? "null" : JsonSerializer.Serialize(data, With(InScript).EngineData);

    public static byte[] Encode(CustomerLists lists) => JsonSerializer.SerializeToUtf8Bytes(lists, With(InScript).CustomerLists);

    public static byte[] Encode(EngineNames names) => JsonSerializer.SerializeToUtf8Bytes(names, With(InScript).EngineNames);

    private static PageJson With(JavaScriptEncoder encoder) => new(new JsonSerializerOptions(Default.Options) { Encoder = encoder });
}
