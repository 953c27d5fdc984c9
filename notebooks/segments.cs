#:project Engine/Analytics.Notebooks.csproj
#:property PublishAot=false
#:property RestorePackagesWithLockFile=false
#:property RunAnalyzers=false

// Which segment deserves the effort? The notebooks' words in a script, on a warehouse that `analytics run` or `analytics demo` has made:
//   dotnet run notebooks/segments.cs -- out/demo/warehouse.duckdb sector

using Analytics.Notebooks;

Notebook.Language = "en";
var dimension = args.ElementAtOrDefault(1) ?? "sector";
try
{
    using var warehouse = Warehouse.Open(args.ElementAtOrDefault(0));
    var segments =
        from win in Kpi.WinRateClosedByCount.By(dimension).Rows
        join basket in Kpi.BasketPerOrder.By(dimension).Rows on win.Segment equals basket.Segment
        join cycle in Kpi.SalesCycleMean.By(dimension).Rows on win.Segment equals cycle.Segment
        orderby win.Value * basket.Value descending
        select new { win.Segment, WinRate = win.Value, Closed = win.N, Basket = basket.Value, CycleDays = cycle.Value, ExpectedPerOpportunity = win.Value * basket.Value };
    Console.WriteLine(Table.Of(segments));
    return 0;
}
catch (CellException problem)
{
    Console.Error.WriteLine(problem.Message);
    return 3;
}
