using System.Text;
using System.Text.Json;

namespace Analytics.Pipeline.Landing;

/// <summary>Rewrites JSON as CSV: a list of objects, a list inside <c>{"data": […]}</c> or <c>{"orders": […]}</c>, or an object a line; "address": {"city": …} becomes address.city.</summary>
/// <remarks>Of an object a line, a line that is none becomes a record of one cell, which is counted and rejected as too short.</remarks>
internal static class JsonTable
{
    public static void WriteCsv(string source, string target, CancellationToken cancellation)
    {
        var headers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in Rows(source, cancellation).Where(r => r.ValueKind != JsonValueKind.String))
            foreach (var (name, _) in Fields(row, ""))
                headers.TryAdd(name, headers.Count);
        using var writer = new StreamWriter(target, append: false, new UTF8Encoding(false), 1 << 16) { NewLine = "\n" };
        writer.WriteLine(CsvWriting.Record(headers.Keys));
        foreach (var row in Rows(source, cancellation))
            writer.WriteLine(row.ValueKind == JsonValueKind.String && headers.Count > 1 ? CsvWriting.Record([row.GetString()]) : Record(row, headers));
    }

    private static IEnumerable<JsonElement> Rows(string source, CancellationToken cancellation) =>
        IsOneALine(source) ? Lines(source, cancellation) : Values(source, cancellation);

    private static bool IsOneALine(string source)
    {
        using var reader = new StreamReader(source);
        return Parse(reader.ReadLine() ?? "") is { ValueKind: JsonValueKind.Object } first && !Lists(first).Any() && reader.ReadLine() is not null;
    }

    /// <summary>A line that is no JSON stands as the text that it is.</summary>
    private static IEnumerable<JsonElement> Lines(string source, CancellationToken cancellation)
    {
        foreach (var line in File.ReadLines(source).Where(l => !string.IsNullOrWhiteSpace(l)))
        {
            cancellation.ThrowIfCancellationRequested();
            yield return Parse(line) is { ValueKind: JsonValueKind.Object } row ? row : JsonSerializer.SerializeToElement(line);
        }
    }

    private static JsonElement? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<JsonElement>(line);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static IEnumerable<JsonElement> Values(string source, CancellationToken cancellation)
    {
        using var file = File.OpenRead(source);
        var values = JsonSerializer.DeserializeAsyncEnumerable<JsonElement>(file, topLevelValues: true, cancellationToken: cancellation);
        foreach (var value in values.ToBlockingEnumerable(cancellation))
            foreach (var row in Listed(value))
                yield return row;
    }

    private static IEnumerable<JsonElement> Listed(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray(),
        JsonValueKind.Object when Lists(value).ToList() is [var list] => list.EnumerateArray(),
        JsonValueKind.Object when !IsRow(value) && ListsOfObjects(value).ToList() is [var list] => list.Value.EnumerateArray(),
        _ => [value],
    };

    /// <summary>The lists of objects directly inside an answer of an API; one alone is its rows.</summary>
    private static IEnumerable<JsonElement> Lists(JsonElement value) => ListsOfObjects(value)
        .Where(p => p.Name is "data" or "results" or "value" or "items" or "records" or "rows" or "d")
        .Select(p => p.Value);

    /// <summary>A row that has a list inside is a row all the same.</summary>
    private static bool IsRow(JsonElement value) => value.EnumerateObject().Any(p => p.Name is "id" or "Id" or "ID" or "uuid" or "name");

    private static IEnumerable<JsonProperty> ListsOfObjects(JsonElement value) => value.EnumerateObject()
        .Where(p => p.Value is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() > 0 && list[0].ValueKind == JsonValueKind.Object);

    private static IEnumerable<(string Name, string? Value)> Fields(JsonElement value, string path)
    {
        if (value.ValueKind != JsonValueKind.Object) return [(path.Length == 0 ? "value" : path, Text(value))];
        return value.EnumerateObject().SelectMany(p => Fields(p.Value, path.Length == 0 ? p.Name : $"{path}.{p.Name}"));
    }

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Array when value.EnumerateArray().All(v => v.ValueKind == JsonValueKind.String) =>
            string.Join(';', value.EnumerateArray().Select(v => v.GetString())),
        _ => value.GetRawText(),
    };

    private static string Record(JsonElement row, Dictionary<string, int> headers)
    {
        var cells = new string?[headers.Count];
        foreach (var (name, value) in Fields(row, "")) cells[headers[name]] = value;
        // A row of blanks is still a row, not a blank line.
        return cells.All(string.IsNullOrEmpty) && cells.Length == 1 ? "\"\"" : CsvWriting.Record(cells);
    }
}
