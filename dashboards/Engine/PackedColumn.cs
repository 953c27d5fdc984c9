namespace Analytics.Dashboards.Engine;

/// <summary>
/// A column of whole numbers as the browser unpacks it: each number is <see cref="Step"/> × (<see cref="Least"/> + its code), or that much
/// above the number before it where <see cref="Rises"/>; each byte of the codes lies in its own plane, deflated and in base64.
/// </summary>
internal sealed record PackedColumn(long Step, long Least, bool Rises, IReadOnlyList<string> Planes);

/// <summary>A table's columns, in the order of its rows.</summary>
internal sealed record PackedTable(int Rows, IReadOnlyDictionary<string, PackedColumn> Columns);
