using System.Data.Common;
using Analytics.Dashboards.Data;
using Analytics.Dashboards.Pages;

namespace Analytics.Dashboards.Engine;

/// <summary>Reads what the facts' codes stand for: per account, owner and product the code of each of its segments, and the segments by code.</summary>
internal static class NameReader
{
    private static readonly string[] OfAccount = ["type", "sector", "trade", "size", "region", "country", "rfm", "quadrant"];
    private static readonly string[] OfOwner = ["name", "manager", "team"];
    private static readonly string[] OfProduct = ["name", "family"];

    public static string Read(DbConnection warehouse, Dictionary<string, PackedTable> tables)
    {
        var segments = new Dictionary<string, IReadOnlyList<string?>>(StringComparer.Ordinal)
        {
            ["channel"] = warehouse.Read("SELECT name FROM page.channels ORDER BY channel", row => row.TextOrNull("name")),
            ["order_kind"] = warehouse.Read("SELECT name FROM page.kinds ORDER BY kind", row => row.TextOrNull("name")),
        };
        tables["accounts"] = Accounts(warehouse, segments);
        tables["owners"] = Coded(warehouse, "SELECT owner, name, manager, team FROM page.owners ORDER BY owner", OfOwner, "owner", segments);
        tables["products"] = Coded(warehouse, "SELECT product, name, family FROM page.products ORDER BY product", OfProduct, "product", segments);
        var customers = warehouse.Read(
            "SELECT a.customer FROM page.customers AS c JOIN page.accounts AS a USING (account) ORDER BY c.position", row => row.Text("customer"));
        return Deflated.Base64(PageJson.Encode(new EngineNames(segments, customers)));
    }

    private static PackedTable Accounts(DbConnection warehouse, Dictionary<string, IReadOnlyList<string?>> segments)
    {
        var coded = Coded(warehouse, $"SELECT {string.Join(", ", OfAccount)} FROM page.accounts ORDER BY account", OfAccount, "account", segments);
        var own = warehouse.Read(
            "SELECT a.owner, c.channel FROM page.accounts AS a JOIN page.channels AS c ON c.name IS NOT DISTINCT FROM a.channel ORDER BY a.account",
            row => (Owner: row.Whole("owner"), Channel: row.Whole("channel")));
        return coded with
        {
            Columns = new Dictionary<string, PackedColumn>(coded.Columns, StringComparer.Ordinal)
            {
                ["owner"] = ColumnPacker.Pack([.. own.Select(row => row.Owner)]),
                ["channel"] = ColumnPacker.Pack([.. own.Select(row => row.Channel)]),
            },
        };
    }

    /// <summary>A table whose texts are replaced by their place in the sorted list of their column; an owner's and a product's name is the segment itself.</summary>
    private static PackedTable Coded(DbConnection warehouse, string sql, string[] columns, string itself, Dictionary<string, IReadOnlyList<string?>> segments)
    {
        var rows = warehouse.Read(sql, row => Array.ConvertAll(columns, row.TextOrNull));
        var packed = new Dictionary<string, PackedColumn>(StringComparer.Ordinal);
        for (var column = 0; column < columns.Length; column++)
        {
            var place = column;
            var dimension = columns[column] is "name" ? itself : columns[column];
            var known = rows.Select(row => row[place]).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
            var codes = known.Select((name, code) => (name, code)).ToDictionary(pair => pair.name, pair => pair.code + 1L, StringComparer.Ordinal);
            segments[dimension] = [null, .. known];
            packed[dimension] = ColumnPacker.Pack([.. rows.Select(row => row[place] is { } name ? codes[name] : 0)]);
        }
        return new PackedTable(rows.Count, packed);
    }
}
