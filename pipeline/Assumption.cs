namespace Analytics.Pipeline;

/// <summary>Something that the exports leave open, and what was taken for granted; a sentence in English and in French.</summary>
public sealed record Assumption(string TextEn, string TextFr);
