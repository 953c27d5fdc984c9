using Analytics.Models.Features;

namespace Analytics.Models.Tests.Features;

public class RfmScoreTests
{
    [Fact]
    public void Five_customers_get_the_marks_one_to_five_and_equals_the_same()
    {
        // Recency marks 5 4 3 2 1; orders 1 1 3 4 5 (the two that ordered once are equal); amounts 10 20 60 80 100, marks 1 2 3 4 5.
        var features = new FeatureTable(["recency", "orders", "basket"], [[1, 2, 3, 4, 5], [1, 1, 2, 3, 4], [10, 20, 30, 80 / 3.0, 25]], 5);
        var day = new DateOnly(2025, 1, 1);
        var panel = new CustomerPanel(day, 30, ["a", "b", "c", "d", "e"], [day, day, day, day, day], [null, null, null, null, null], features);

        Assert.Equal([7, 7, 9, 10, 11], RfmScore.AddTo(panel).Features.Only(RfmScore.Name).Columns[0]);
    }

    [Fact]
    public void Marks_are_given_among_the_customers_of_the_same_date()
    {
        var features = new FeatureTable(["recency", "orders", "basket"], [[1, 9], [1, 5], [1, 5]], 2);
        var panel = new CustomerPanel(new(2025, 2, 1), 30, ["a", "a"], [new(2025, 1, 1), new(2025, 2, 1)], [null, null], features);

        Assert.Equal([3, 3], RfmScore.AddTo(panel).Features.Only(RfmScore.Name).Columns[0]);
    }
}
