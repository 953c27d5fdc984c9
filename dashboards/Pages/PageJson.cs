using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Analytics.Dashboards.Data;

namespace Analytics.Dashboards.Pages;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PageData))]
[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class PageJson : JsonSerializerContext
{
    /// <summary>Keeps letters readable, and escapes whatever could end a script element or a line.</summary>
    private static readonly JavaScriptEncoder InScript = JavaScriptEncoder.Create(UnicodeRanges.All);

    public static string Encode(PageData data)
    {
        var options = new JsonSerializerOptions(Default.Options) { Encoder = InScript };
        return JsonSerializer.Serialize(data, new PageJson(options).PageData);
    }
}
