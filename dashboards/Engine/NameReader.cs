using System.Data.Common;
using Analytics.Dashboards.Data;
using Analytics.Dashboards.Pages;

namespace Analytics.Dashboards.Engine;

/// <summary>Reads what the facts' codes stand for: per account, owner and product the code of each of its segments, and the segments by code.</summary>
internal sealed class NameReader
{
    private static readonly string[] OfAccount = ["type", "sector", "trade", "size", "region", "country", "rfm", "quadrant"];
    private static readonly string[] OfOwner = ["name", "manager", "team"];
    private static readonly string[] OfProduct = ["name", "family"];

    private readonly Dictionary<string, IReadOnlyList<string?>> _segments = new(StringComparer.Ordinal);

    public NameReader(DbConnection warehouse, ColumnPacker packer)
    {
        _segments["channel"] = warehouse.Read("SELECT name FROM page.channels ORDER BY channel", row => row.TextOrNull("name"));
        _segments["order_kind"] = warehouse.Read("SELECT name FROM page.kinds ORDER BY kind", row => row.TextOrNull("name"));
        var own = warehouse.Read(
            "SELECT a.owner, c.channel FROM page.accounts AS a JOIN page.channels AS c ON c.name IS NOT DISTINCT FROM a.channel ORDER BY a.account",
            row => (Owner: row.Whole("owner"), Channel: row.Whole("channel")));
        OfAccounts = new(StringComparer.Ordinal) { ["owner"] = [.. own.Select(row => row.Owner)], ["channel"] = [.. own.Select(row => row.Channel)] };
        Tables["accounts"] = Accounts(warehouse, packer);
        Tables["owners"] = Coded(warehouse, packer, "SELECT owner, name, manager, team FROM page.owners ORDER BY owner", OfOwner, "owner");
        Tables["products"] = Coded(warehouse, packer, "SELECT product, name, family FROM page.products ORDER BY product", OfProduct, "product");
        var customers = warehouse.Read(
            "SELECT a.customer FROM page.customers AS c JOIN page.accounts AS a USING (account) ORDER BY c.position", row => row.Text("customer"));
        Packed = packer.Pack(PageJson.Encode(new EngineNames(_segments)));
        Customers = CustomerNames.Pack(packer, customers);
    }

    public Dictionary<string, PackedTable> Tables { get; } = new(StringComparer.Ordinal);

    /// <summary>Numbers by account, that tell what its rows are likely to hold: the code of its owner and of its channel.</summary>
    public Dictionary<string, long[]> OfAccounts { get; }

    public PackedBytes Packed { get; }

    public CustomerNames Customers { get; }

    /// <summary>Numbers by account become one more column of the accounts.</summary>
    public void AddToAccounts(string name, ColumnPacker packer) =>
        Tables["accounts"] = With(Tables["accounts"], name, packer.Pack(OfAccounts[name]));

    private static PackedTable With(PackedTable table, string name, PackedColumn column) =>
        table with { Columns = new Dictionary<string, PackedColumn>(table.Columns, StringComparer.Ordinal) { [name] = column } };

    private PackedTable Accounts(DbConnection warehouse, ColumnPacker packer)
    {
        var coded = Coded(warehouse, packer, $"SELECT {string.Join(", ", OfAccount)} FROM page.accounts ORDER BY account", OfAccount, "account");
        return OfAccounts.Aggregate(coded, (table, own) => With(table, own.Key, packer.Pack(own.Value)));
    }

    /// <summary>A table whose texts are replaced by their place in the sorted list of their column; an owner's and a product's name is the segment itself.</summary>
    private PackedTable Coded(DbConnection warehouse, ColumnPacker packer, string sql, string[] columns, string itself)
    {
        var rows = warehouse.Read(sql, row => Array.ConvertAll(columns, row.TextOrNull));
        var packed = new Dictionary<string, PackedColumn>(StringComparer.Ordinal);
        for (var column = 0; column < columns.Length; column++)
        {
            var place = column;
            var dimension = columns[column] is "name" ? itself : columns[column];
            var known = rows.Select(row => row[place]).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
            var codes = known.Select((name, code) => (name, code)).ToDictionary(pair => pair.name, pair => pair.code + 1L, StringComparer.Ordinal);
            _segments[dimension] = [null, .. known];
            packed[dimension] = packer.Pack([.. rows.Select(row => row[place] is { } name ? codes[name] : 0)]);
        }
        return new PackedTable(rows.Count, packed);
    }
}
