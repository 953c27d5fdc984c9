using Dapper;

namespace Analytics.Pipeline.Tests.Warehouse;

/// <summary>A shop's own tables: customers and employees by first and last name, families by key, orders whose amounts stand in their lines.</summary>
public sealed class PeopleAndFamiliesTests : IDisposable
{
    private readonly TemporaryFolder _exports = new();

    public PeopleAndFamiliesTests()
    {
        _exports.Write("Customers.csv", "CustomerID,Company,FirstName,LastName,City\n1,Bottom-Dollar,Ann,Low,Tsawwassen\n2,,Luís,Gonçalves,Porto\n3,,,Mata,Lyon\n4,,,,Nulle Part\n");
        _exports.Write("Employees.csv", "EmployeeID,LastName,FirstName,Title,HireDate,ReportsTo\n1,Davolio,Nancy,Sales Representative,2012-05-01,2\n2,Fuller,Andrew,Vice President,2012-08-14,\n");
        _exports.Write("Categories.csv", "CategoryID,CategoryName,Description\n1,Beverages,\"Soft drinks, coffees\"\n8,Seafood,Seaweed and fish\n");
        _exports.Write("Products.csv", "ProductID,ProductName,SupplierID,CategoryID,UnitPrice\n1,Chai,1,1,18\n2,Ikura,4,8,31\n3,Tofu,6,7,23.25\n");
        _exports.Write("Orders.csv", "OrderID,CustomerID,EmployeeID,OrderDate,ShippedDate,Freight,ShipName\n10248,1,1,2024-07-04,2024-07-16,32.38,Bottom\n10249,2,2,2024-07-05,2024-07-10,11.61,Luis\n10250,3,1,2024-07-08,NULL,65.83,Mata\n");
        _exports.Write("Order Details.csv", "OrderID,ProductID,UnitPrice,Quantity,Discount\n10248,1,14,12,0\n10248,2,10,10,0\n10249,3,18.6,9,0\n10250,1,7.7,10,0.15\n");
    }

    public void Dispose() => _exports.Dispose();

    [Fact]
    public void Whoever_has_no_company_is_called_by_its_own_name_and_whoever_has_none_is_left_out()
    {
        using var warehouse = new LoadedWarehouse(_exports.Path);

        Assert.Equal(["Bottom-Dollar", "Luís Gonçalves", "Mata"], warehouse.Connection.Query<string>("select name from core.accounts order by account_id"));
        Assert.Equal(1, warehouse.Files.Single(f => f.File == "Customers.csv").RowsRejected);
    }

    [Fact]
    public void Freight_is_no_sale_the_lines_are()
    {
        using var warehouse = new LoadedWarehouse(_exports.Path);

        // 14 × 12 + 10 × 10; 18.6 × 9; 7.7 × 10 less 15 %.
        Assert.Equal([("10248", 268m), ("10249", 167.4m), ("10250", 65.45m)], warehouse.Connection.Query<(string, decimal)>("select sale_id, amount from core.sales order by 1"));
    }

    [Fact]
    public void An_order_is_its_employee_s_whose_superior_has_a_name_and_a_product_is_of_the_family_that_its_key_names()
    {
        using var warehouse = new LoadedWarehouse(_exports.Path);

        Assert.Equal([("Nancy Davolio", "Andrew Fuller"), ("Andrew Fuller", null)], warehouse.Connection.Query<(string, string?)>("select name, manager from core.owners where owner_id <> '(unknown)' order by owner_id"));
        Assert.Equal(["1", "2", "1"], warehouse.Connection.Query<string>("select owner_id from core.sales order by sale_id"));
        // A key that no file explains names the family itself.
        Assert.Equal([("Chai", "Beverages"), ("Ikura", "Seafood"), ("Tofu", "7")], warehouse.Connection.Query<(string, string)>("select name, family from core.products where product_id in ('1', '2', '3') order by product_id"));
    }

    [Fact]
    public void What_map_writes_of_such_files_holds()
    {
        var path = Path.Combine(_exports.Path, "analytics.yml");
        var proposed = ExportMapping.Propose(_exports.Path, cancellation: TestContext.Current.CancellationToken);
        ExportMapping.Write(path, proposed, key => key);

        Assert.Empty(ExportMapping.Check(path, proposed));
    }
}
