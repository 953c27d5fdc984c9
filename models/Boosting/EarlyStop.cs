namespace Analytics.Models.Boosting;

/// <summary>Follows the loss on a later fold, tree by tree.</summary>
internal sealed class EarlyStop
{
    private readonly TrainingRows _later;
    private readonly BoostingLoss _loss;
    private readonly int _patience;
    private readonly double[] _scores;
    private double _lowest;
    private int _trees;

    internal EarlyStop(TrainingRows later, BoostingLoss loss, double start, int patience)
    {
        (_later, _loss, _patience) = (later, loss, patience);
        _scores = new double[later.Targets.Length];
        Array.Fill(_scores, start);
        _lowest = MeanLoss();
    }

    /// <summary>The number of trees at the lowest loss.</summary>
    internal int Best { get; private set; }

    internal bool Reached => _trees - Best >= _patience;

    internal void Add(Tree tree)
    {
        _trees++;
        var row = new double[_later.Features.Columns.Length];
        for (var i = 0; i < _scores.Length; i++)
        {
            for (var f = 0; f < row.Length; f++) row[f] = _later.Features.Columns[f][i];
            _scores[i] += tree.Predict(row);
        }
        var mean = MeanLoss();
        if (mean < _lowest) (_lowest, Best) = (mean, _trees);
    }

    private double MeanLoss()
    {
        double sum = 0;
        for (var i = 0; i < _scores.Length; i++) sum += _loss.Value(_later.Targets[i], _scores[i]);
        return sum / _scores.Length;
    }
}
