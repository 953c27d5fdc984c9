namespace Analytics.Pipeline.Mapping;

/// <summary>What a person decided about how figures count.</summary>
/// <param name="ConversionDays">How long a lead has to become an opportunity, for the marketing conversion.</param>
internal sealed record MappingSettings(int ConversionDays)
{
    public static readonly MappingSettings Default = new(90);
}
