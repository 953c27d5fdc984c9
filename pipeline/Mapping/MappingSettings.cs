namespace Analytics.Pipeline.Mapping;

/// <summary>What a person decided about how figures count.</summary>
/// <param name="ConversionDays">How long a lead has to become an opportunity, for the marketing conversion.</param>
/// <param name="UnqualifiedStages">The stages that come before qualification; null lets their names tell.</param>
internal sealed record MappingSettings(int ConversionDays, IReadOnlyList<string>? UnqualifiedStages)
{
    public static readonly MappingSettings Default = new(90, null);
}
