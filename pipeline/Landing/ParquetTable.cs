using System.Data.Common;
using Analytics.Pipeline.Warehouse;

namespace Analytics.Pipeline.Landing;

/// <summary>Rewrites a Parquet file as CSV; the engine reads it itself.</summary>
internal static class ParquetTable
{
    public static void WriteCsv(DbConnection connection, string source, string target) =>
        connection.Execute($"copy (from read_parquet({Sql.Text(source)})) to {Sql.Text(target)} (format csv, header)");
}
