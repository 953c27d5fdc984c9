namespace Analytics.Models.Evaluation;

/// <summary>Rows ordered by falling score, once, so that every resample of them is measured in one pass.</summary>
internal sealed class Ranking
{
    private readonly int[] _order;
    private readonly bool[] _lastOfTie;
    private readonly bool[] _positive;

    internal Ranking(ReadOnlySpan<double> scores, ReadOnlySpan<bool> positive)
    {
        if (scores.Length != positive.Length) throw new ArgumentException("Scores and labels differ in length.", nameof(positive));
        var keys = scores.ToArray();
        _order = Enumerable.Range(0, keys.Length).ToArray();
        Array.Sort(keys, _order);
        Array.Reverse(keys);
        Array.Reverse(_order);
        _positive = positive.ToArray();
        _lastOfTie = new bool[keys.Length];
        for (var i = 0; i < keys.Length; i++) _lastOfTie[i] = i + 1 == keys.Length || keys[i + 1] != keys[i];
    }

    internal int Count => _order.Length;

    /// <summary>
    /// Area under the ROC curve: P(a positive scores above a negative), a tie counting half (Hanley and McNeil 1982, eq. 1);
    /// NaN where one class is absent.
    /// </summary>
    internal double RocAuc(ReadOnlySpan<int> weights)
    {
        long positives = 0, negatives = 0, tiedPositives = 0, tiedNegatives = 0;
        double doubledWins = 0;
        for (var i = 0; i < _order.Length; i++)
        {
            var row = _order[i];
            if (_positive[row]) tiedPositives += weights[row];
            else tiedNegatives += weights[row];
            if (!_lastOfTie[i]) continue;
            doubledWins += (double)tiedNegatives * (2 * positives + tiedPositives);
            positives += tiedPositives;
            negatives += tiedNegatives;
            tiedPositives = tiedNegatives = 0;
        }
        return positives == 0 || negatives == 0 ? double.NaN : doubledWins / (2.0 * positives * negatives);
    }

    /// <summary>
    /// Area under the precision-recall curve as average precision, Σ (Rₖ − Rₖ₋₁) Pₖ over distinct scores
    /// (no interpolation: Davis and Goadrich 2006); NaN without a positive.
    /// </summary>
    internal double AveragePrecision(ReadOnlySpan<int> weights)
    {
        long seen = 0, positives = 0, tiedPositives = 0;
        double sum = 0;
        for (var i = 0; i < _order.Length; i++)
        {
            var row = _order[i];
            seen += weights[row];
            if (_positive[row]) tiedPositives += weights[row];
            if (!_lastOfTie[i]) continue;
            positives += tiedPositives;
            if (seen > 0) sum += (double)tiedPositives * positives / seen;
            tiedPositives = 0;
        }
        return positives == 0 ? double.NaN : sum / positives;
    }
}
