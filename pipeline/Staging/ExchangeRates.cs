using System.Data.Common;
using Analytics.Pipeline.Profiles;
using Analytics.Pipeline.Warehouse;

namespace Analytics.Pipeline.Staging;

/// <summary>Amounts of several currencies can be added only where a file of the folder says what each is worth.</summary>
internal static class ExchangeRates
{
    /// <summary>Table → the day whose rate counts for a row.</summary>
    private static readonly IReadOnlyDictionary<string, string> s_days = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["opportunities"] = "coalesce(r.closed_at, r.created_at)",
        ["orders"] = "r.ordered_at",
        ["order_lines"] = "(select min(h.ordered_at) from {orders} as h where h.id = r.order_id and h._flaw is null)",
        ["quotes"] = "r.sent_at",
        ["marketing_spend"] = "r.spent_at",
        ["contracts"] = "r.started_at",
    };

    /// <summary>Refuses a table in several currencies of which one has no rate, with the list of them.</summary>
    public static void RefuseUnknown(DbConnection connection)
    {
        foreach (var table in s_days.Keys)
        {
            var found = Currencies(connection, table);
            if (found.Count < 2) continue;
            var known = connection.Rows($"select distinct currency from {Rows(connection, "rates")} where _flaw is null", r => r.GetString(0));
            if (known.Count > 0 && found.Except(known, StringComparer.Ordinal).Take(2).Count() < 2) continue;
            var file = connection.Scalar<string>($"select min(_file) from {Rows(connection, table)} where _flaw is null and currency is not null");
            throw new ProblemException(ProblemCode.SeveralCurrencies, ("file", file), ("column", Header(connection, file)), ("currencies", string.Join(", ", found)));
        }
    }

    /// <summary>The column of currencies; of a file that has none, the amounts that are written with them.</summary>
    private static string Header(DbConnection connection, string file) => connection.Scalar<string>("""
        select case when bool_or(column_name = 'currency') then 'currency' else coalesce(min(header) filter (where column_name = 'amount'), 'currency') end
        from staging.columns where file = $1
        """, file);

    /// <summary>What a view says in place of the amounts of a table in several currencies; nothing where there is one. The currency without a rate is the one that the others are brought to.</summary>
    public static string Replacement(DbConnection connection, CanonicalTable table)
    {
        if (!s_days.TryGetValue(table.Name, out var day) || Currencies(connection, table.Name).Count < 2) return "";
        var amounts = table.Columns.Where(c => c.Value == ColumnType.Amount).Select(c =>
            $"(r.{Sql.Name(c.Key)} * coalesce(({Rate(connection, day.Replace("{orders}", Rows(connection, "orders"), StringComparison.Ordinal))}), 1))::decimal(18, 4) as {Sql.Name(c.Key)}");
        return $"replace ({string.Join(", ", amounts)})";
    }

    /// <summary>The last rate before the day, else the first.</summary>
    private static string Rate(DbConnection connection, string day) =>
        $"select coalesce(arg_max(x.rate, coalesce(x.valid_from, date '1900-01-01')) filter (where x.valid_from is null or x.valid_from <= {day}), arg_min(x.rate, x.valid_from)) "
        + $"from {Rows(connection, "rates")} as x where x.currency = r.currency and x._flaw is null";

    private static List<string> Currencies(DbConnection connection, string table) =>
        connection.Rows($"select distinct currency from {Rows(connection, table)} where _flaw is null and currency is not null order by 1", r => r.GetString(0)).ToList();

    private static string Rows(DbConnection connection, string table) => new LandingTable(connection, CanonicalTable.All.Single(t => t.Name == table)).Rows();
}
