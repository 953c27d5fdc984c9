using System.Data.Common;
using System.Globalization;
using System.Numerics;

namespace Analytics.Dashboards.Data;

/// <summary>A query's rows, each read by name, whatever exact type the provider gives.</summary>
internal static class Query
{
    public static List<T> Read<T>(this DbConnection warehouse, string sql, Func<Row, T> map)
    {
        using var command = warehouse.CreateCommand();
#pragma warning disable CA2100 // Every statement is a literal of this project; no value is ever put into one.
        command.CommandText = sql;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var row = new Row(reader);
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(map(row));
        return rows;
    }
}

internal sealed class Row(DbDataReader reader)
{
    private readonly Dictionary<string, int> _columns =
        Enumerable.Range(0, reader.FieldCount).ToDictionary(reader.GetName, ordinal => ordinal, StringComparer.Ordinal);

    public string Text(string column) => TextOrNull(column) ?? "";
    public string? TextOrNull(string column) => Value(column) is { } value ? Convert.ToString(value, CultureInfo.InvariantCulture) : null;
    public long Whole(string column) => WholeOrNull(column) ?? 0;
    public long? WholeOrNull(string column) => Value(column) is { } value ? Convert.ToInt64(value, CultureInfo.InvariantCulture) : null;
    public double? Number(string column) => Value(column) is { } value && Convert.ToDouble(value, CultureInfo.InvariantCulture) is var number && double.IsFinite(number) ? number : null;
    public decimal? Amount(string column) => Value(column) is { } value ? Convert.ToDecimal(value, CultureInfo.InvariantCulture) : null;
    public bool Flag(string column) => Value(column) is true;
    public Localised<string> Localised(string prefix) => new(Text(prefix + "_en"), Text(prefix + "_fr"));

    public DateOnly? Date(string column) => Value(column) switch
    {
        null => null,
        DateOnly date => date,
        DateTime date => DateOnly.FromDateTime(date),
        var other => DateOnly.Parse(Convert.ToString(other, CultureInfo.InvariantCulture)!, CultureInfo.InvariantCulture),
    };

    private object? Value(string column) => reader.GetValue(_columns[column]) switch
    {
        DBNull => null,
        BigInteger sum => (decimal)sum,
        var value => value,
    };
}
