namespace Analytics.Models.Tests;

public class JoinedAmountsTests
{
    private static readonly JoinedAmounts s_joined = new(Entrance: 100, LeastSize: 1, Within: new(50, 0.5), Outside: new(20, 0.5));

    [Fact]
    public void Each_chance_counts_what_customers_of_the_size_brought_then() =>
        // In it 50 √9 = 150, outside it 20 √9 = 60, and 0.2 for no order: 0.5 × 150 + 0.3 × 60.
        Assert.Equal(93, s_joined.Of(9, 0.5, 0.8), 9);

    [Fact]
    public void What_opens_the_top_fifth_parts_the_two() =>
        // 50 √1 is below it and counts as 100; 20 √49 is above it and counts as 100.
        Assert.Equal((0.5 * 100 + 0.5 * 20, 0.5 * 350 + 0.5 * 100), (s_joined.Of(1, 0.5, 1), s_joined.Of(49, 0.5, 1)));

    [Fact]
    public void Who_brought_next_to_nothing_counts_as_the_least_size() => Assert.Equal(s_joined.Of(1, 0.2, 0.9), s_joined.Of(0, 0.2, 0.9));

    [Fact]
    public void At_the_same_size_a_higher_chance_is_a_higher_amount_never_below_the_chance_of_the_entrance()
    {
        foreach (var size in new[] { 0, 1, 4.5, 30, 5000 })
        {
            for (var chance = 0.0; chance < 1; chance += 0.01)
            {
                Assert.True(s_joined.Of(size, chance + 0.01, 1) >= s_joined.Of(size, chance, 1));
                Assert.True(s_joined.Of(size, chance, chance) >= chance * s_joined.Entrance);
            }
        }
    }

    [Fact]
    public void A_chance_of_ordering_below_that_of_the_top_fifth_is_taken_for_it() => Assert.Equal(s_joined.Of(9, 0.6, 0.6), s_joined.Of(9, 0.6, 0.2));
}
