using System.Data.Common;

namespace Analytics.Models.Features;

/// <summary>Reads the panel of customers from the warehouse's tables, whatever features they hold.</summary>
internal static class WarehousePanel
{
    private const string Features = "per_customer.churn_features";

    internal static CustomerPanel Read(DbConnection warehouse)
    {
        var names = NumericColumns(warehouse);
        var (days, learnt, asOf) = ReadHorizon(warehouse);
        var (accounts, cutoffs, churned, next) = (new List<string>(), new List<DateOnly>(), new List<bool?>(), new List<int?>());
        var columns = names.Select(_ => new List<double>()).ToArray();
        using var reader = Query(warehouse, Select(names), out var command);
        using (command)
        {
            while (reader.Read())
            {
                accounts.Add(reader.GetString(0));
                cutoffs.Add(Date(reader, 1));
                churned.Add(reader.IsDBNull(2) ? null : reader.GetBoolean(2));
                next.Add(reader.IsDBNull(3) ? null : reader.GetInt32(3));
                for (var j = 0; j < columns.Length; j++) columns[j].Add(reader.IsDBNull(j + 4) ? double.NaN : reader.GetDouble(j + 4));
            }
        }
        var features = new FeatureTable(names, Array.ConvertAll(columns, column => column.ToArray()), accounts.Count);
        return Coverage.Steady(new CustomerPanel(asOf, days, accounts, cutoffs, churned, features.Telling())
        {
            LearntDays = learnt,
            NextDays = next,
            Labels = ReadLabels(warehouse),
            Histories = ReadHistories(warehouse),
        });
    }

    private static string Select(IEnumerable<string> names) =>
        $"""
        select f.account_id, f.cutoff, l.churned, l.next_days{string.Concat(names.Select(name => $", cast(f.{Quoted(name)} as double)"))}
        from {Features} f
        left join per_customer.churn_labels l on l.account_id = f.account_id and l.cutoff = f.cutoff
        order by f.cutoff, f.account_id
        """;

    private static string[] NumericColumns(DbConnection warehouse)
    {
        using var reader = Query(warehouse, $"select * from {Features} limit 0", out var command);
        using (command)
        {
            return Enumerable.Range(0, reader.FieldCount)
                .Where(i => IsNumber(reader.GetFieldType(i)) && reader.GetName(i) is not ("account_id" or "cutoff"))
                .Select(reader.GetName)
                .ToArray();
        }
    }

    private static (int Days, int Learnt, DateOnly AsOf) ReadHorizon(DbConnection warehouse)
    {
        using var reader = Query(warehouse, "select cast(horizon_days as integer), cast(learnt_days as integer), as_of from core.horizon", out var command);
        using (command)
        {
            return reader.Read()
                ? (reader.GetInt32(0), reader.GetInt32(1), Date(reader, 2))
                : throw new InvalidOperationException("core.horizon is empty: it must hold the horizon's days and the as-of date.");
        }
    }

    /// <summary>Purchase histories; none where the table is not there.</summary>
    private static List<KnownHistory> ReadHistories(DbConnection warehouse)
    {
        var histories = new List<KnownHistory>();
        using (var tables = Query(warehouse, "select 1 from information_schema.tables where table_schema = 'per_customer' and table_name = 'churn_histories'", out var exists))
        using (exists)
        {
            if (!tables.Read()) return histories;
        }
        using var reader = Query(warehouse, "select account_id, cutoff, repeat_days, last_age, age, amount, amount_recent from per_customer.churn_histories order by cutoff, account_id", out var command);
        using (command)
        {
            while (reader.Read()) histories.Add(new(reader.GetString(0), Date(reader, 1), new(reader.GetInt32(2), reader.GetInt32(3), reader.GetInt32(4))) { Amount = reader.GetDouble(5), AmountRecent = reader.GetDouble(6) });
        }
        return histories;
    }

    /// <summary>What each customer brought over the horizon after each labelled cutoff.</summary>
    internal static Dictionary<(string AccountId, DateOnly Cutoff), double> ReadAmounts(DbConnection warehouse)
    {
        var amounts = new Dictionary<(string, DateOnly), double>();
        using var reader = Query(warehouse, "select account_id, cutoff, amount from per_customer.potential_labels", out var command);
        using (command)
        {
            while (reader.Read()) amounts[(reader.GetString(0), Date(reader, 1))] = reader.GetDouble(2);
        }
        return amounts;
    }

    private static Dictionary<string, FeatureLabel> ReadLabels(DbConnection warehouse)
    {
        var labels = new Dictionary<string, FeatureLabel>(StringComparer.Ordinal);
        using var reader = Query(warehouse, "select feature, label_en, label_fr, absent_en, absent_fr from marts.feature_labels order by feature", out var command);
        using (command)
        {
            while (reader.Read()) labels[reader.GetString(0)] = new FeatureLabel(reader.GetString(1), reader.GetString(2), reader[3] as string, reader[4] as string);
        }
        return labels;
    }

    private static DbDataReader Query(DbConnection warehouse, string sql, out DbCommand command)
    {
        command = warehouse.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteReader();
    }

    private static bool IsNumber(Type type) =>
        Type.GetTypeCode(type) is (>= TypeCode.SByte and <= TypeCode.Decimal) or TypeCode.Boolean
        || type == typeof(Int128) || type == typeof(UInt128) || type == typeof(System.Numerics.BigInteger);

    private static DateOnly Date(DbDataReader reader, int ordinal) =>
        reader.GetValue(ordinal) is DateOnly date ? date : DateOnly.FromDateTime(reader.GetDateTime(ordinal));

    private static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
