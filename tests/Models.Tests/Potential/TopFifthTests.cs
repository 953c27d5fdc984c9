namespace Analytics.Models.Tests;

public class TopFifthTests
{
    private static readonly string[] s_ids = ["b", "a", "c", "d", "e", "f", "g", "h", "i", "j"];

    [Fact]
    public void A_fifth_of_ten_is_two_and_ties_go_by_id() =>
        Assert.Equal([1, 3], Chosen(TopFifth.Of([7, 7, 1, 9, 0, 0, 0, 0, 0, 0], s_ids)));

    [Fact]
    public void Nobody_who_brings_nothing_is_in_it() =>
        Assert.Equal([3], Chosen(TopFifth.Of([0, 0, 0, 9, 0, 0, 0, 0, 0, 0], s_ids)));

    [Fact]
    public void Four_customers_have_no_fifth() => Assert.Empty(Chosen(TopFifth.Of([1, 2, 3, 4], s_ids)));

    [Fact]
    public void As_many_enter_and_leave_as_their_probabilities_lead_to_expect()
    {
        // Outside: 0.6 + 0.5 + 0.1 = 1.2, so one enters. Inside: 0.1 + 0.7 + 0.9 = 1.7, so two leave.
        var (entering, leaving) = TurnOver.Of([false, false, false, true, true, true], [0.5, 0.6, 0.1, 0.9, 0.3, 0.1], s_ids);

        Assert.Equal([1], Chosen(entering));
        Assert.Equal([4, 5], Chosen(leaving));
    }

    private static IEnumerable<int> Chosen(bool[] top) => Enumerable.Range(0, top.Length).Where(i => top[i]);
}
