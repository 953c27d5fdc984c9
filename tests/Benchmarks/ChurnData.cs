using System.Diagnostics;
using System.Globalization;
using Analytics.Models;

namespace Analytics.Benchmarks;

/// <summary>Boosted trees on a public churn file (numbers with a header, the last column 1 for churned), duplicate rows removed first.</summary>
internal static class ChurnData
{
    internal static void Run(string file)
    {
        var lines = File.ReadLines(file).Where(line => line.Length > 0).ToList();
        var names = lines[0].Split(',')[..^1];
        var rows = lines.Skip(1).Distinct(StringComparer.Ordinal)
            .Select(line => Array.ConvertAll(line.Split(','), cell => double.Parse(cell, CultureInfo.InvariantCulture))).ToArray();
        var columns = names.Select((_, column) => Array.ConvertAll(rows, row => row[column])).ToArray();
        var churned = Array.ConvertAll(rows, row => row[^1] == 1);
        var clock = Stopwatch.StartNew();
        var result = CrossValidation.Boosting(names, columns, churned, new CrossValidationOptions());
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{rows.Length} rows, {names.Length} features, {result.ByFold.Count} folds: AUC {result.RocAuc:0.0000} (standard deviation {result.Deviation:0.0000}) in {clock.Elapsed.TotalSeconds:0.0} s"));
    }
}
