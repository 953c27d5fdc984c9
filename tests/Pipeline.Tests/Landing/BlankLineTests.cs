using Analytics.Pipeline.Warehouse;
using Dapper;

namespace Analytics.Pipeline.Tests.Landing;

/// <summary>A row's place is its line in the file, whatever stands between the rows: blank lines, and rows that were refused.</summary>
public sealed class BlankLineTests : IDisposable
{
    private readonly TemporaryFolder _exports = new();
    private readonly TemporaryFolder _output = new();

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void Rows_and_rejects_are_placed_by_the_lines_of_the_file(string end)
    {
        // Lines 3, 6 and 7 are blank, 4 is cut short, 9 has a day that does not exist, 11 is too long.
        string[] lines = ["id;customer;date;amount", "1;a;01/02/2025;1", "", "2;b", "3;c;03/02/2025;3", "", "", "4;d;04/02/2025;4", "5;e;31/02/2025;5", "6;f;06/02/2025;6", "7;g;07/02/2025;7;x;y;z", "8;h;08/02/2025;8"];
        _exports.Write("orders.csv", string.Join(end, lines) + end);
        using var build = WarehouseBuild.Begin(new() { Exports = _exports.Path, Output = _output.Path, Threads = 1 });
        build.LoadFiles(cancellation: TestContext.Current.CancellationToken);
        WarehouseSchema.CreateStagingViews(build.Connection);
        Assert.Equal([("1", 2L), ("3", 5L), ("4", 8L), ("6", 10L), ("8", 12L)], build.Connection.Query<(string, long)>("select id, _row from staging.orders order by _row"));
        Assert.Equal([(4L, "too_few_columns"), (9L, "not_a_date"), (11L, "too_many_columns")], build.Connection.Query<(long, string)>("select line, reason from staging.rejects order by line"));
    }

    public void Dispose()
    {
        _exports.Dispose();
        _output.Dispose();
    }
}
