namespace Analytics.Pipeline;

/// <summary>A mistake in a mapping file: where it is, what stands there, and what could.</summary>
/// <param name="Code">Which mistake: <c>unknown_table</c>, <c>unknown_column</c>, <c>column_twice</c>…</param>
/// <param name="Line">From 1; 0 where the file as a whole is meant.</param>
/// <param name="Nearest">The right name that is nearest to the one found; null where none is near.</param>
public sealed record MappingProblem(string Code, long Line, long Column, string Found, string Expected, string? Nearest);
