using Analytics.Models.Boosting;

namespace Analytics.Models.Tests.Boosting;

/// <summary>The best split by asking every question of every row: no sums by bin, no candidates passed over, no vectors.</summary>
internal sealed class NaiveSplit(BinnedRows binned, PackedGradients gradients, BoostingOptions options)
{
    internal (double Gain, int Feature, int Bin, bool MissingLeft)? Best(int[] rows)
    {
        (double Gain, int Feature, int Bin, bool MissingLeft)? best = null;
        for (var feature = 0; feature < binned.ByColumn.Length; feature++)
        {
            foreach (var missingLeft in new[] { false, true })
            {
                for (var bin = 0; bin < binned.MissingBin; bin++)
                {
                    var column = binned.ByColumn[feature];
                    var left = Array.FindAll(rows, row => column[row] == binned.MissingBin ? missingLeft : column[row] <= bin);
                    var right = Array.FindAll(rows, row => column[row] == binned.MissingBin ? !missingLeft : column[row] > bin);
                    if (Weight(left) < options.LeastLeafWeight || Weight(right) < options.LeastLeafWeight) continue;
                    var gain = Worth(left) + Worth(right) - Worth(rows);
                    if (gain > (best?.Gain ?? options.LeastGain)) best = (gain, feature, bin, missingLeft);
                }
            }
        }
        return best;
    }

    private double Weight(int[] rows) => gradients.Second(Sum(rows));

    private double Worth(int[] rows)
    {
        var first = gradients.First(Sum(rows));
        return first * first / (Weight(rows) + options.Ridge);
    }

    private long Sum(int[] rows) => rows.Sum(row => gradients.Values[row]);
}
