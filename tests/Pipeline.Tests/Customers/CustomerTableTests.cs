using System.Text;

namespace Analytics.Pipeline.Tests.Customers;

public sealed class CustomerTableTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>A French file: Windows-1252, semicolons, decimal commas, days first.</summary>
    private const string French = """
        N° client;Ville;Ancienneté;Panier;Inscrit le;Résilié
        C1;Lyon;3;12,50;31/12/2024;oui
        C2;Orléans;;1 250,00;01/12/2024;non
        C3;Lyon;5;8;30/12/2024;non
        C4;;7;9,25;31/12/2024;

        """;

    [Fact]
    public void A_french_file_is_read_as_it_stands()
    {
        var table = Read(French, Encoding.Latin1);

        Assert.Equal((4, 0L, 0L), (table.Rows, table.Rejected, table.Repeated));
        Assert.Equal(["N° client", "Ville", "Ancienneté", "Panier", "Inscrit le", "Résilié"], table.Columns.Select(column => column.Name));
        Assert.Equal(
            [CustomerColumnKind.Words, CustomerColumnKind.Words, CustomerColumnKind.Number, CustomerColumnKind.Number, CustomerColumnKind.Day, CustomerColumnKind.Words],
            table.Columns.Select(column => column.Kind));
        Assert.Equal([0, 1, 0, double.NaN], table.Columns[1].Values);
        Assert.Equal(["Lyon", "Orléans"], table.Columns[1].Words);
        Assert.Equal([3, double.NaN, 5, 7], table.Columns[2].Values);
        Assert.Equal([12.5, 1250, 8, 9.25], table.Columns[3].Values);
        // Days before the latest one.
        Assert.Equal([0, 30, 1, 0], table.Columns[4].Values);
        Assert.Equal(["C1", "C2", "C3", "C4"], table.Names);
    }

    [Fact]
    public void Who_left_is_told_from_heading_and_values_and_a_blank_is_not_known()
    {
        var outcome = Read(French, Encoding.Latin1).Outcome()!;

        Assert.Equal(("Résilié", "oui"), (outcome.Column.Name, Assert.Single(outcome.LeftValues)));
        Assert.Equal([true, false, false, null], outcome.Left);
    }

    /// <summary>Headings and values of public teaching files of this kind, and of programs.</summary>
    [Theory]
    [InlineData("Churn", "Yes,No,No", "Yes")]
    [InlineData("Exited", "1,0,0", "1")]
    [InlineData("Attrition_Flag", "Attrited Customer,Existing Customer,Existing Customer", "Attrited Customer")]
    [InlineData("Customer Status Churn", "Churned,Stayed,Joined", "Churned")]
    [InlineData("is_churn", "True,False,False", "True")]
    [InlineData("Parti", "Oui,Non,Non", "Oui")]
    public void Usual_outcomes_are_known(string heading, string values, string left)
    {
        var cells = values.Split(',');
        var outcome = Read($"id,size,{heading}\n{string.Join("\n", cells.Select((cell, row) => $"c{row},{row * 3},{cell}"))}\n").Outcome()!;

        Assert.Equal([left], outcome.LeftValues);
        Assert.Equal([true, false, false], outcome.Left);
    }

    [Fact]
    public void Another_column_and_value_can_be_named_and_are_refused_in_words_where_they_do_not_fit()
    {
        var table = Read("id,plan,size\na,old,1\nb,new,2\nc,old,3\n");

        Assert.Null(table.Outcome());
        Assert.Equal([true, false, true], table.Outcome("PLAN", "old")!.Left);
        Assert.Equal(ProblemCode.OutcomeUndecided, Assert.Throws<ProblemException>(() => table.Outcome("plan", "ancient")).Code);
        Assert.Equal(ProblemCode.ColumnNotFound, Assert.Throws<ProblemException>(() => table.Outcome("plans")).Code);
    }

    [Fact]
    public void What_names_a_customer_or_the_outcome_or_is_always_the_same_is_not_compared()
    {
        var rows = Enumerable.Range(1, 40).Select(row => $"{row},{5000 + row * 7},Mr {row % 30},{row % 3},FR,{(row % 4 == 0 ? "yes" : "no")},{row % 4}");
        var table = Read($"row,customer id,surname,kind,country,churn,churn score\n{string.Join("\n", rows)}\n");
        var traits = table.TraitsBeside(table.Outcome()!);

        Assert.Equal(["kind"], traits.Compared.Select(column => column.Name));
        Assert.Equal([("row", "key"), ("customer id", "key"), ("surname", "many"), ("country", "same"), ("churn score", "outcome")], traits.LeftOut);
    }

    [Fact]
    public void Rows_read_are_rows_kept_rejected_and_repeated()
    {
        var table = Read("size,town,churn\n1,Lyon,yes\n2,Metz,no\n1,Lyon,yes\n3,Metz\n1,Lyon,no\n");

        Assert.Equal((3, 1L, 1L), (table.Rows, table.Rejected, table.Repeated));
        Assert.Equal([1, 2, 1], table.Columns[0].Values);
        // Without a key, customers go by their place.
        Assert.Equal(["1", "2", "3"], table.Names);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a single line of words")]
    [InlineData("id,churn\n")]
    public void What_is_no_table_is_refused(string text) =>
        Assert.Equal(ProblemCode.NoCustomerTable, Assert.Throws<ProblemException>(() => Read(text)).Code);

    [Fact]
    public void Headings_that_come_twice_are_told_apart() =>
        Assert.Equal(["a", "b", "a (3)", "(4)"], Read("a,b,a,\n1,2,x,4\n5,6,y,8\n").Columns.Select(column => column.Name));

    private CustomerTable Read(string text, Encoding? encoding = null)
    {
        var path = Path.Combine(_folder.Path, "customers.csv");
        File.WriteAllText(path, text, encoding ?? new UTF8Encoding(false));
        return CustomerTable.Read(path, TestContext.Current.CancellationToken);
    }

    public void Dispose() => _folder.Dispose();
}
