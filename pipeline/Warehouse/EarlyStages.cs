using System.Data.Common;
using Analytics.Pipeline.Profiles;

namespace Analytics.Pipeline.Warehouse;

/// <summary>The stages of a sale that come before its qualification: those that a person named, or else the words that CRMs call them by.</summary>
internal static class EarlyStages
{
    public static void Fill(DbConnection connection, IReadOnlyList<string>? named) =>
        connection.Execute("insert into staging.early_stages select unnest($1::varchar[]), $2", (named ?? Profile.Generic.EarlyStages).ToList(), named is not null);
}
