using System.Text.Json.Serialization;

namespace Analytics.Dashboards.Engine;

/// <summary>
/// A column of whole numbers as the browser unpacks it: each number is what is expected of it plus <see cref="Step"/> × (<see cref="Least"/> + its code);
/// the codes' bits lie in planes, eight or fewer to each, deflated.
/// </summary>
/// <param name="Step">What divides all the differences.</param>
/// <param name="Least">The least difference, in steps.</param>
/// <param name="Lowest">The least number.</param>
/// <param name="Highest">The greatest number: together they tell how many bytes each takes.</param>
/// <param name="Expected">What each number is likely to be near.</param>
/// <param name="Of">The column, or the accounts' numbers, that tell it.</param>
/// <param name="Top">The lowest bit that the last plane holds; the others hold eight bits each, but the one before it only those up to there.</param>
/// <param name="Planes">The codes, the lowest bits first.</param>
internal sealed record PackedColumn(long Step, long Least, long Lowest, long Highest, Expected Expected, string? Of, int Top, IReadOnlyList<PackedPlane> Planes);

/// <summary>A table's columns, in the order of its rows.</summary>
internal sealed record PackedTable(int Rows, IReadOnlyDictionary<string, PackedColumn> Columns);

/// <summary>Where deflated bytes lie among all those of the page.</summary>
internal sealed record PackedBytes(int Start, int Length);

/// <summary>Bits of a column's codes, deflated: a byte a row, or several rows in one.</summary>
/// <param name="Start">Where they lie among the bytes of the page.</param>
/// <param name="Length">How many bytes they are.</param>
/// <param name="Base">Where several rows lie in a byte, the base of the digits that they are, the first row's the lowest; as many as a byte holds.</param>
internal sealed record PackedPlane(int Start, int Length, int? Base);

/// <summary>What a number is likely to be near: only the difference is written.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Expected>))]
internal enum Expected
{
    /// <summary>Nothing is known of it.</summary>
    [JsonStringEnumMemberName("nothing")]
    Nothing,

    /// <summary>The number of the row before.</summary>
    [JsonStringEnumMemberName("before")]
    Before,

    /// <summary>That of the row before where it is the same account's, else the account's number, or 0 where none is named.</summary>
    [JsonStringEnumMemberName("beforeOfAccount")]
    BeforeOfAccount,

    /// <summary>The account's number.</summary>
    [JsonStringEnumMemberName("ofAccount")]
    OfAccount,

    /// <summary>The account's number, for which 0 is written; the account's number is written for 0.</summary>
    [JsonStringEnumMemberName("usualOfAccount")]
    UsualOfAccount,

    /// <summary>Another column's number of the same row.</summary>
    [JsonStringEnumMemberName("ofRow")]
    OfRow,
}
