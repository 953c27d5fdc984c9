namespace Analytics.Pipeline.Staging;

/// <summary>Lines of orders that have no amount but a price and a quantity: the one times the other, less the discount.</summary>
internal static class LineAmount
{
    public const string Column = "amount";

    /// <summary>Null where the file has an amount, or not both of the others.</summary>
    public static string? Of(IReadOnlyList<StagingColumn> columns)
    {
        StagingColumn? Named(string name) => columns.FirstOrDefault(c => c.Column == name);
        if (Named(Column) is not null || (Named("unit_price"), Named("quantity")) is not ({ } price, { } quantity)) return null;
        var discount = Named("discount") is { } share ? $" * (1 - coalesce({share.Value}, 0))" : "";
        return $"try(({price.Value}::decimal(28, 4) * {quantity.Value}{discount})::decimal(18, 4))";
    }
}
