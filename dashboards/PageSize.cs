using System.Data.Common;
using Analytics.Dashboards.Data;
using Analytics.Dashboards.Engine;

namespace Analytics.Dashboards;

/// <summary>How large a page becomes: it holds every sale and every other fact, so that the browser can add them up for whatever is chosen.</summary>
public static class PageSize
{
    /// <summary>The bytes that a browser on a desk opens in a few seconds.</summary>
    public const long Most = 150_000_000;

    private const long WithoutFacts = 2_000_000;

    /// <summary>Of pages of 2 and of 6 million orders, names and all.</summary>
    private const double PerFact = 3.5;

    /// <summary>About how many bytes the page of this warehouse takes, told without making it.</summary>
    public static long Estimate(DbConnection warehouse)
    {
        ArgumentNullException.ThrowIfNull(warehouse);
        var facts = FactReader.Tables.Sum(table => warehouse.Read($"SELECT count(*) AS facts FROM page.{table}", row => row.Whole("facts")).Single());
        return WithoutFacts + (long)(PerFact * facts);
    }
}
