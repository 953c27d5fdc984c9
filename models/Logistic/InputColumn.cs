namespace Analytics.Models.Logistic;

/// <summary>What of a feature an input carries.</summary>
internal enum InputKind
{
    Value,
    Log,
    Missing,
}

/// <summary>
/// One input: a feature's value, its ln(1 + value), or whether it is missing; held within the range seen in training
/// (no extrapolation), centred and divided by its standard deviation.
/// </summary>
internal sealed record InputColumn(int Feature, InputKind Kind, double Median, double Low, double High, double Mean, double Deviation)
{
    internal double Of(double value)
    {
        var known = double.IsFinite(value);
        if (Kind == InputKind.Missing) return ((known ? 0 : 1) - Mean) / Deviation;
        var held = known ? Math.Clamp(value, Low, High) : Median;
        return ((Kind == InputKind.Log ? Math.Log(1 + held) : held) - Mean) / Deviation;
    }
}
