using System.Collections;
using System.Data.Common;

namespace Analytics.Pipeline.DuckDb;

/// <summary>A command's parameters.</summary>
public sealed class DuckDBParameterCollection : DbParameterCollection, IReadOnlyList<DuckDBParameter>
{
    private readonly List<DuckDBParameter> _parameters = [];

    internal DuckDBParameterCollection() { }

    public override int Count => _parameters.Count;

    public override object SyncRoot => _parameters;

    public new DuckDBParameter this[int index]
    {
        get => _parameters[index];
        set => _parameters[index] = value;
    }

    /// <summary>Adds a parameter and gives it back.</summary>
    public DuckDBParameter Add(DuckDBParameter parameter)
    {
        _parameters.Add(parameter);
        return parameter;
    }

    public override int Add(object value)
    {
        _parameters.Add(Cast(value));
        return _parameters.Count - 1;
    }

    public override void AddRange(Array values)
    {
        ArgumentNullException.ThrowIfNull(values);
        foreach (var value in values) Add(value!);
    }

    public override void Clear() => _parameters.Clear();

    public override bool Contains(object value) => IndexOf(value) >= 0;

    public override bool Contains(string value) => IndexOf(value) >= 0;

    public override void CopyTo(Array array, int index) => ((ICollection)_parameters).CopyTo(array, index);

    public override int IndexOf(object value) => _parameters.IndexOf(Cast(value));

    public override int IndexOf(string parameterName) =>
        _parameters.FindIndex(p => DuckDBParameter.Bare(p.ParameterName).Equals(DuckDBParameter.Bare(parameterName), StringComparison.OrdinalIgnoreCase));

    public override void Insert(int index, object value) => _parameters.Insert(index, Cast(value));

    public override void Remove(object value) => _parameters.Remove(Cast(value));

    public override void RemoveAt(int index) => _parameters.RemoveAt(index);

    public override void RemoveAt(string parameterName) => _parameters.RemoveAt(Require(parameterName));

    public override IEnumerator GetEnumerator() => _parameters.GetEnumerator();

    IEnumerator<DuckDBParameter> IEnumerable<DuckDBParameter>.GetEnumerator() => _parameters.GetEnumerator();

    internal DuckDBParameter? Find(string name) => IndexOf(name) is >= 0 and var index ? _parameters[index] : null;

    protected override DbParameter GetParameter(int index) => _parameters[index];

    protected override DbParameter GetParameter(string parameterName) => _parameters[Require(parameterName)];

    protected override void SetParameter(int index, DbParameter value) => _parameters[index] = Cast(value);

    protected override void SetParameter(string parameterName, DbParameter value) => _parameters[Require(parameterName)] = Cast(value);

    private int Require(string name) => IndexOf(name) is >= 0 and var index
        ? index
        : throw new ArgumentException($"The command has no parameter '{name}'.", nameof(name));

    private static DuckDBParameter Cast(object? value) => value as DuckDBParameter
        ?? throw new ArgumentException($"A DuckDBParameter is needed, not {value?.GetType().Name ?? "null"}.", nameof(value));
}
