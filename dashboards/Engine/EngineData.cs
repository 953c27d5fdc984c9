using System.Text.Json.Serialization;

namespace Analytics.Dashboards.Engine;

/// <summary>The facts from which the page recomputes its figures: tables of numbers, and the names that their codes stand for.</summary>
/// <param name="Days">The days by which the facts count.</param>
/// <param name="Tables">The facts by table.</param>
/// <param name="Names">The segments of each dimension by code, as deflated JSON.</param>
/// <param name="Customers">The customers' names in the order of the customers' table.</param>
/// <param name="Bytes">What tables and names are packed in.</param>
internal sealed record EngineData(EngineDays Days, IReadOnlyDictionary<string, PackedTable> Tables, PackedBytes Names, CustomerNames Customers, [property: JsonIgnore] byte[] Bytes);

/// <summary>The first day that is counted, and the others by their distance from it.</summary>
internal sealed record EngineDays(DateOnly FirstDay, long AsOf, long TtmStart, long CountedFrom, long DataFrom);

/// <summary>What codes stand for: place 0 of a list is what is not known.</summary>
/// <param name="Segments">Of each dimension, its segments.</param>
internal sealed record EngineNames(IReadOnlyDictionary<string, IReadOnlyList<string?>> Segments);
