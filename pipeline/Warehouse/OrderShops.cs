using System.Data.Common;

namespace Analytics.Pipeline.Warehouse;

/// <summary>Two shops that both number their orders from 1: most numbers that two files share are of other customers and days. Both are kept, the one's numbers marked with its file.</summary>
/// <remarks>Where lines stand apart from their orders, nothing says whose lines they are, and files of one number stay one order list.</remarks>
internal static class OrderShops
{
    private const int FewestShared = 3, Compared = 10_000;

    /// <summary>Fills <c>staging.order_shops</c> with the files whose numbers are their own.</summary>
    public static void Find(DbConnection connection, string rows)
    {
        if (connection.Scalar<bool>("select exists (from staging.files where table_name = 'order_lines')")) return;
        var pairs = connection.Rows(Pairs(rows), r => new Pair(r.GetString(0), r.GetString(1), r.GetInt64(2), r.GetInt64(3)));
        if (!pairs.Exists(p => p.IsOther)) return;
        var shops = new List<List<string>>();
        foreach (var file in pairs.SelectMany(p => (string[])[p.One, p.Other]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var met = pairs.Where(p => p.Other == file).ToList();
            var shop = shops.Find(s => met.Exists(p => !p.IsOther && s.Contains(p.One)));
            if (shop is not null) shop.Add(file);
            else shops.Add([file]);
        }
        foreach (var (shop, file) in shops.Skip(1).SelectMany(s => s.Select(f => (s, f))))
            if (pairs.Where(p => p.Other == file && p.IsOther).MaxBy(p => p.Shared) is { } other)
                connection.Execute("insert into staging.order_shops values ($1, $2, $3, $4, $5)", file, other.One, $" · {Path.GetFileNameWithoutExtension(shop[0])}", other.Shared, other.Others);
    }

    /// <summary>An order's number as its shop's own, to stand after FROM; the rows as they are where every number means one order.</summary>
    public static string Rows(DbConnection connection, string table, string rows) =>
        table == "orders" && connection.Scalar<bool>("select exists (from staging.order_shops)")
            ? $"(select o.* replace (o.id || coalesce(h.suffix, '') as id) from {rows} as o left join staging.order_shops as h on h.file = o._file)"
            : rows;

    /// <summary>Two orders of one number are others where the days differ, and the customer or, where neither names him alike, the amount.</summary>
    private static string Pairs(string rows) => $"""
        with mention as (
          select distinct id, _file from {rows} where _flaw is null and id is not null),
        shared as (
          select a._file as one, b._file as other, a.id from mention as a join mention as b on b.id = a.id and b._file > a._file),
        compared as (
          from shared qualify row_number() over (partition by one, other order by hash(id), id) <= {Compared}),
        document as (
          select id, _file, min(ordered_at) as day, min(account_id) as account_id, min(lower(trim(account_name))) as account_name, sum(amount) as amount
          from {rows} as r semi join compared as c on c.id = r.id
          where _flaw is null group by all),
        met as (
          select c.one, c.other, abs(a.day - b.day) > 1 as is_other_day, a.amount is not distinct from b.amount as is_same_amount,
            coalesce(a.account_id = b.account_id, false) or coalesce(a.account_name = b.account_name, false) as is_same_customer,
            (a.account_id is null or b.account_id is null) and (a.account_name is null or b.account_name is null) as is_unknown_customer
          from compared as c
          join document as a on a.id = c.id and a._file = c.one
          join document as b on b.id = c.id and b._file = c.other)
        select one, other, count(*), count(*) filter (where is_other_day and not (is_same_amount and (is_same_customer or is_unknown_customer)))
        from met group by all having count(*) >= {FewestShared} order by one, other
        """;

    private sealed record Pair(string One, string Other, long Shared, long Others)
    {
        public bool IsOther => Others * 2 > Shared;
    }
}
