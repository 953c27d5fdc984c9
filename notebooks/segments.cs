#:project ../pipeline/Analytics.Pipeline.csproj
#:package Dapper
#:property PublishAot=false
#:property RestorePackagesWithLockFile=false

// Which segment deserves the effort? Run it on a warehouse that `analytics run` or `analytics demo` has made:
//   dotnet run notebooks/segments.cs -- out/demo/warehouse.duckdb sector

using System.Globalization;
using Analytics.Pipeline.DuckDb;
using Dapper;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var path = args.ElementAtOrDefault(0) ?? "out/demo/warehouse.duckdb";
var dimension = args.ElementAtOrDefault(1) ?? "sector";
if (!File.Exists(path))
{
    Console.Error.WriteLine($"There is no warehouse at {path}. Make one first: dotnet run -c Release --project cli -- demo");
    return 3;
}

using var warehouse = new DuckDBConnection($"Data Source={path};Read Only=true");
warehouse.Open();
var segments = warehouse.Query<(string Name, double? WinRate, long Closed, double? Basket, double? Cycle, double? Yield)>("""
    with kpi as (
      select segment,
        max(value) filter (where kpi = 'win_rate_closed_by_count') as win_rate,
        max(n) filter (where kpi = 'win_rate_closed_by_count') as closed,
        max(value) filter (where kpi = 'basket_per_order') as basket,
        max(value) filter (where kpi = 'sales_cycle_mean') as cycle
      from marts.kpis
      where dimension = $dimension and period = 'all' and owner_id is null
      group by segment)
    select segment, win_rate, closed, basket, cycle, win_rate * basket as yield
    from kpi
    order by yield desc nulls last, segment
    """, new { dimension }).ToList();

Console.WriteLine($"{"segment",-28} {"win rate",9} {"closed",7} {"basket",10} {"cycle",7} {"expected per opportunity",25}");
foreach (var s in segments)
    Console.WriteLine($"{s.Name,-28} {s.WinRate,9:P1} {s.Closed,7:N0} {s.Basket,10:N0} {s.Cycle,7:N0} {s.Yield,25:N0}");
return 0;
