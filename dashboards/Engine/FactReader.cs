using System.Data.Common;
using System.Runtime.InteropServices;
using Analytics.Dashboards.Data;

namespace Analytics.Dashboards.Engine;

/// <summary>Reads the warehouse's facts, already in numbers (schema page), and packs them column by column.</summary>
internal static class FactReader
{
    private static readonly Dictionary<string, string[]> Columns = new(StringComparer.Ordinal)
    {
        ["sales"] = ["account", "day", "owner", "product", "channel", "kind", "amount", "cost", "flags"],
        ["opportunities"] = ["account", "created", "closed", "owner", "product", "channel", "amount", "contacts", "flags"],
        ["leads"] = ["account", "day", "owner", "channel", "flags", "waited"],
        ["acquisition"] = ["account", "day", "later", "amount", "flags"],
        ["spend"] = ["channel", "day", "later", "amount"],
        ["activities"] = ["account", "day", "owner", "minutes", "flags"],
        ["spells"] = ["account", "started", "last", "lost", "back", "due"],
        ["customers"] = ["account", "first_order", "last_order", "orders", "revenue", "margin", "profit", "at_stake", "flags"],
        ["satisfaction"] = ["account", "day", "flags", "score"],
    };

    public static EngineData? Read(DbConnection warehouse)
    {
        var days = warehouse.Read(
            "SELECT first_day, as_of, ttm_start, counted_from, data_from FROM page.run",
            row => new EngineDays(row.Date("first_day") ?? default, row.Whole("as_of"), row.Whole("ttm_start"), row.Whole("counted_from"), row.Whole("data_from")));
        if (days.Count == 0)
            return null;
        var tables = Columns.ToDictionary(table => table.Key, table => Table(warehouse, table.Key, table.Value), StringComparer.Ordinal);
        var names = NameReader.Read(warehouse, tables);
        return new EngineData(days[0], tables, names);
    }

    private static PackedTable Table(DbConnection warehouse, string name, string[] columns)
    {
        using var command = warehouse.CreateCommand();
#pragma warning disable CA2100 // Table and columns are those named above.
        command.CommandText = $"SELECT {string.Join(", ", columns.Select(column => $"\"{column}\"::BIGINT"))} FROM page.{name} ORDER BY position";
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var values = Array.ConvertAll(columns, _ => new List<long>());
        while (reader.Read())
            for (var column = 0; column < columns.Length; column++)
                values[column].Add(reader.GetInt64(column));
        return new PackedTable(values[0].Count, columns.Select((column, place) => (column, Packed: ColumnPacker.Pack(CollectionsMarshal.AsSpan(values[place]))))
            .ToDictionary(pair => pair.column, pair => pair.Packed, StringComparer.Ordinal));
    }
}
