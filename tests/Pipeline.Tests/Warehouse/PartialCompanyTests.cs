namespace Analytics.Pipeline.Tests.Warehouse;

/// <summary>Whatever a folder lacks, its figures do not contradict each other: tables, columns and cells of the small company are left out by chance.</summary>
public sealed class PartialCompanyTests
{
    // The last three once found complaints and answers of the first month counted in it, and not in the whole.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(37)]
    [InlineData(48)]
    [InlineData(89)]
    public void A_folder_that_lacks_something_passes_all_checks(int seed)
    {
        using var exports = new TemporaryFolder();
        var random = new Random(seed);
        foreach (var table in SmallCompany.Tables().Where(table => table.Name == "orders.csv" || random.NextDouble() < 0.6)) Partial(table, random).Write(exports);
        using var w = new BuiltWarehouse(exports.Path, SmallCompany.AsOf);
        Assert.All(w.Checks, check => Assert.Equal((check.Name, 0L), (check.Name, check.Failures)));
    }

    /// <summary>The first two columns, and what tells the table, stay; each other one goes with one chance in four, and as many of its cells; of the rows all, half or a few stay.</summary>
    private static SmallTable Partial(SmallTable table, Random random)
    {
        var share = ((double[])[1, 0.5, 0.1])[random.Next(3)];
        var kept = Enumerable.Range(0, table.Header.Length).Where(place => place < 2 || IsNeeded(table.Header[place]) || random.NextDouble() < 0.75).ToArray();
        return table with
        {
            Header = [.. kept.Select(place => table.Header[place])],
            Rows = [.. table.Rows.Where((_, i) => i == 0 || random.NextDouble() < share).Select(row => kept.Select(place => place > 0 && !IsNeeded(table.Header[place]) && random.NextDouble() < 0.25 ? "" : row[place]).ToArray())],
        };
    }

    private static bool IsNeeded(string header) => header is "date" or "amount" or "stage" or "created" or "detected" or "sent date" or "complaint date" or "response date" or "score" or "start date" or "due date" or "target" or "type" or "customer id" or "company";
}
