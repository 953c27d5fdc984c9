using System.Data.Common;

namespace Analytics.Pipeline;

/// <summary>A name in the exports that is not exactly a listed one: what it was read as, or nothing where it stands for itself.</summary>
/// <param name="Column">What it names: account, owner or product.</param>
/// <param name="MatchedTo">The listed name with the same letters and digits; null where there is none.</param>
/// <param name="Rows">How many rows use this spelling.</param>
public sealed record LinkReport(string Column, string Value, string? MatchedTo, long Rows)
{
    internal static LinkReport Read(DbDataReader row) =>
        new(row.GetString(0), row.GetString(1), row.IsDBNull(2) ? null : row.GetString(2), row.GetInt64(3));
}
