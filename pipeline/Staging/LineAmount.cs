namespace Analytics.Pipeline.Staging;

/// <summary>The amount of lines that have a price and a quantity instead: the one times the other, less the discount; and of those that have it with tax, and the tax: without it.</summary>
internal static class LineAmount
{
    public const string Column = "amount";

    /// <summary>Null where the file has the amount as it counts, or nothing that makes it up.</summary>
    public static string? Of(IReadOnlyList<StagingColumn> columns) =>
        Named(columns, Column) is not { } amount ? Worth(columns)
        : Named(columns, "tax") is { } tax ? $"try(({amount.Value} - coalesce({tax.Value}, 0))::decimal(18, 4))"
        : null;

    /// <summary>Null where the file has not both a price and a quantity.</summary>
    private static string? Worth(IReadOnlyList<StagingColumn> columns)
    {
        if ((Named(columns, "unit_price"), Named(columns, "quantity")) is not ({ } price, { } quantity)) return null;
        var discount = Named(columns, "discount") is { } share ? $" * (1 - coalesce({share.Value}, 0))" : "";
        return $"try(({price.Value}::decimal(28, 4) * {quantity.Value}{discount})::decimal(18, 4))";
    }

    /// <summary>What a row must have of it: itself, or, in a list of orders by number, what makes up a line's.</summary>
    public static string? Needed(IReadOnlyList<StagingColumn> columns) =>
        Named(columns, Column) is { } amount && Named(columns, "id") is { } id && Worth(columns) is { } worth
            ? $"coalesce({amount.Value}, case when {id.Value} is not null then {worth} end)"
            : null;

    private static StagingColumn? Named(IReadOnlyList<StagingColumn> columns, string name) => columns.FirstOrDefault(c => c.Column == name);
}
