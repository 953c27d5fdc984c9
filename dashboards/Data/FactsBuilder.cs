namespace Analytics.Dashboards.Data;

internal sealed record Measure(double? Numerator, double? Denominator, double? Value, long N, long Excluded, double? Low, double? High);

internal sealed class FactsBuilder(Facts facts)
{
    private readonly Dictionary<(string List, object Item), int> _places = [];

    public FactsBuilder() : this(new Facts())
    {
    }

    public Facts Facts => facts;

    public void Add(string kpi, string dimension, string segment, Period period, Measure measure)
    {
        facts.Kpi.Add(Place(facts.Kpis, kpi, "kpi"));
        facts.Dimension.Add(Place(facts.Dimensions, dimension, "dimension"));
        facts.Segment.Add(Place(facts.Segments, segment, "segment"));
        facts.Period.Add(Place(facts.Periods, period, "period"));
        facts.Numerator.Add(measure.Numerator);
        facts.Denominator.Add(measure.Denominator);
        facts.Value.Add(measure.Value);
        facts.N.Add(measure.N);
        facts.Excluded.Add(measure.Excluded);
        facts.Low.Add(measure.Low);
        facts.High.Add(measure.High);
    }

    private int Place<T>(List<T> list, T item, string name) where T : notnull
    {
        if (_places.TryGetValue((name, item), out var place))
            return place;
        list.Add(item);
        return _places[(name, item)] = list.Count - 1;
    }
}
