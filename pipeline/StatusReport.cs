namespace Analytics.Pipeline;

/// <summary>Orders of a file that are no sales, or are deducted, for what their status or kind says.</summary>
/// <param name="Status">As the export spells it; null where the order has a day of cancellation.</param>
/// <param name="CountsAs"><c>cancelled</c>, <c>draft</c> or <c>invoiced</c>: no sale; <c>credit</c>: deducted.</param>
public sealed record StatusReport(string File, string? Status, string CountsAs, long Rows);
