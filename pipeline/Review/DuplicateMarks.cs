using System.Data.Common;
using Analytics.Pipeline.Warehouse;

namespace Analytics.Pipeline.Review;

/// <summary>Brings what the analyst marked into <c>staging.duplicate_marks</c>; a mark that is neither yes nor no goes to the rejects.</summary>
internal static class DuplicateMarks
{
    /// <summary>The review file of the output folder, where a run writes it, and those laid among the exports.</summary>
    public static void Load(DbConnection connection, string exports, string output) => connection.InTransaction(() =>
    {
        var ours = Path.Combine(output, "duplicates.xlsx");
        var laid = Directory.EnumerateFiles(exports).Where(ReviewFile.Is).Order(StringComparer.Ordinal);
        foreach (var path in laid.Prepend(ours).Where(File.Exists).DistinctBy(Path.GetFullPath, StringComparer.Ordinal))
            foreach (var pair in ReviewFile.Read(path).Where(p => p.Mark is not null))
                Load(connection, Path.GetFileName(path), pair);
    });

    private static void Load(DbConnection connection, string file, MarkedPair pair)
    {
        if (connection.Scalar<bool?>("select read_flag($1)", pair.Mark) is { } isDuplicate)
            connection.Execute("insert into staging.duplicate_marks values ($1, $2, $3, $4, $5)", file, pair.Line, pair.Account1, pair.Account2, isDuplicate);
        else
            connection.Execute("insert into staging.rejects values ($1, $2, '', $3, 'not_a_mark', true)", file, pair.Line, pair.Mark);
    }
}
