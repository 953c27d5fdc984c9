using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace Analytics.Pipeline.Mapping;

internal sealed partial class MappingReader
{
    private const int LongestConversion = 730;

    private MappingSettings Settings(YamlNode? node)
    {
        if (node is null) return MappingSettings.Default;
        var fields = Fields(node, [], ["conversion_days", "unqualified_stages"]);
        return new(Days(fields.GetValueOrDefault("conversion_days")) ?? MappingSettings.Default.ConversionDays,
            fields.GetValueOrDefault("unqualified_stages") is { } stages ? Items(stages).Select(Text).OfType<string>().ToList() : null);
    }

    private int? Days(YamlNode? node)
    {
        if (Text(node) is not { } text) return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is >= 1 and <= LongestConversion) return days;
        Report("unknown_value", node!, text, $"1 … {LongestConversion}", null);
        return null;
    }
}
