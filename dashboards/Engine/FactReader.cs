using System.Data.Common;
using Analytics.Dashboards.Data;

namespace Analytics.Dashboards.Engine;

/// <summary>Reads the warehouse's facts, already in numbers (schema page), and packs them column by column.</summary>
internal static class FactReader
{
    private static readonly FactColumn Account = new("account", Expected.Before);
    private static readonly FactColumn Owner = new("owner", Expected.OfAccount, "owner");
    private static readonly FactColumn Channel = new("channel", Expected.OfAccount, "channel");

    /// <summary>Of each table its columns; the rows lie account by account, each account's by day. The sales come first: the others' days are told by them; the parts are of those of several products, one sale's after the other's.</summary>
    private static readonly Dictionary<string, FactColumn[]> Columns = new(StringComparer.Ordinal)
    {
        ["sales"] = [Account, new("day", Expected.BeforeOfAccount), Owner, new("product", Expected.UsualOfAccount, "usualProduct"), Channel, "kind", "amount", "cost", "flags"],
        ["parts"] = ["product", "amount", "cost", "flags"],
        ["opportunities"] = [Account, new("created", Expected.BeforeOfAccount), new("closed", Expected.OfRow, "created"), Owner, "product", Channel, "amount", "contacts", "flags", "reason"],
        ["leads"] = [Account, new("day", Expected.BeforeOfAccount), Owner, Channel, "flags", "waited", "campaign"],
        ["acquisition"] = [Account, new("day", Expected.BeforeOfAccount, "firstSale"), "later", "amount", "flags"],
        ["spend"] = ["channel", "campaign", "day", "later", "amount"],
        ["activities"] = [Account, new("day", Expected.BeforeOfAccount), Owner, "minutes", "flags"],
        ["spells"] = [Account, new("started", Expected.BeforeOfAccount, "firstSale"), new("last", Expected.OfAccount, "lastSale"), new("ends", Expected.OfRow, "last"), "back", new("due", Expected.OfRow, "ends")],
        ["customers"] =
        [
            Account, new("first_order", Expected.OfAccount, "firstSale"), new("last_order", Expected.OfAccount, "lastSale"), new("orders", Expected.OfAccount, "sales"),
            new("revenue", Expected.OfAccount, "revenue"), "margin", "profit", "at_stake", "flags", "changes",
        ],
        ["satisfaction"] = [Account, new("day", Expected.BeforeOfAccount), "flags", "score", "reason"],
    };

    public static IReadOnlyCollection<string> Tables => Columns.Keys;

    public static EngineData? Read(DbConnection warehouse)
    {
        var days = warehouse.Read(
            "SELECT first_day, as_of, ttm_start, counted_from, data_from FROM page.run",
            row => new EngineDays(row.Date("first_day") ?? default, row.Whole("as_of"), row.Whole("ttm_start"), row.Whole("counted_from"), row.Whole("data_from")));
        if (days.Count == 0)
            return null;
        var packer = new ColumnPacker();
        var names = new NameReader(warehouse, packer);
        foreach (var (table, columns) in Columns)
        {
            var values = Values(warehouse, table, columns);
            if (table is "sales")
                AddSales(names.OfAccounts, values);
            names.Tables[table] = Table(packer, names.OfAccounts, columns, values);
        }
        if (names.Tables["sales"].Columns["product"].Expected is Expected.UsualOfAccount)
            names.AddToAccounts("usualProduct", packer);
        return new EngineData(days[0], names.Tables, names.Packed, names.Customers, packer.Bytes);
    }

    private static Dictionary<string, long[]> Values(DbConnection warehouse, string table, FactColumn[] columns)
    {
        using var command = warehouse.CreateCommand();
#pragma warning disable CA2100 // Table and columns are those named above.
        command.CommandText = $"SELECT {string.Join(", ", columns.Select(column => $"\"{column.Name}\"::BIGINT"))} FROM page.{table} ORDER BY position";
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var values = Array.ConvertAll(columns, _ => new List<long>());
        while (reader.Read())
            for (var column = 0; column < columns.Length; column++)
                values[column].Add(reader.GetInt64(column));
        return columns.Zip(values).ToDictionary(pair => pair.First.Name, pair => pair.Second.ToArray(), StringComparer.Ordinal);
    }

    private static PackedTable Table(ColumnPacker packer, Dictionary<string, long[]> ofAccounts, FactColumn[] columns, Dictionary<string, long[]> values)
    {
        var accounts = values.GetValueOrDefault("account", []);
        var packed = columns.Select(column => (column.Name, Column: packer.Pack(values[column.Name], column.Expected, column.Of, Known(column), accounts)));
        return new PackedTable(values[columns[0].Name].Length, packed.ToDictionary(pair => pair.Name, pair => pair.Column, StringComparer.Ordinal));

        long[] Known(FactColumn column) => column.Of is null ? [] : column.Expected is Expected.OfRow ? values[column.Of] : ofAccounts[column.Of];
    }

    /// <summary>What the sales tell of each account: its first and last day, how many, how much, and what it buys most often.</summary>
    private static void AddSales(Dictionary<string, long[]> ofAccounts, Dictionary<string, long[]> sales)
    {
        var (accounts, days, amounts) = (sales["account"], sales["day"], sales["amount"]);
        var size = ofAccounts["owner"].Length;
        var (first, last, count, revenue) = (new long[size], new long[size], new long[size], new long[size]);
        for (var row = accounts.Length - 1; row >= 0; row--)
        {
            var account = accounts[row];
            first[account] = days[row];
            last[account] = Math.Max(last[account], days[row]);
            count[account]++;
            revenue[account] += amounts[row];
        }
        (ofAccounts["firstSale"], ofAccounts["lastSale"], ofAccounts["sales"], ofAccounts["revenue"]) = (first, last, count, revenue);
        ofAccounts["usualProduct"] = Usual(accounts, sales["product"], size);
    }

    /// <summary>Of each account the number that its rows hold most often, the least of several; 0 where it has no row.</summary>
    private static long[] Usual(long[] accounts, long[] values, int size)
    {
        var usual = new long[size];
        var times = new Dictionary<long, int>();
        for (var row = 0; row < accounts.Length;)
        {
            var account = accounts[row];
            times.Clear();
            for (; row < accounts.Length && accounts[row] == account; row++)
                times[values[row]] = times.GetValueOrDefault(values[row]) + 1;
            usual[account] = times.OrderByDescending(held => held.Value).ThenBy(held => held.Key).First().Key;
        }
        return usual;
    }

    private sealed record FactColumn(string Name, Expected Expected, string? Of = null)
    {
        public static implicit operator FactColumn(string name) => new(name, Expected.Nothing);
    }
}
