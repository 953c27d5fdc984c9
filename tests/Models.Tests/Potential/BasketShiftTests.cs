using Analytics.Models.Features;

namespace Analytics.Models.Tests;

public class BasketShiftTests
{
    [Fact]
    public void Baskets_that_halve_for_nearly_all_are_told_as_such()
    {
        // Thirty customers: basket 100 before and 50 now, but for three that went from 100 to 120.
        var shift = BasketShift.Of(Panel(30, i => i % 10 == 0 ? 120 : 50))!;

        Assert.Equal(new BasketShift(0.5, 30, true), shift);
        Assert.True(shift.IsTold);
    }

    [Fact]
    public void As_many_up_as_down_is_chance_and_a_twentieth_is_not_worth_saying()
    {
        var both = BasketShift.Of(Panel(30, i => i % 2 == 0 ? 150 : 50))!;
        Assert.False(both.BeyondChance);
        Assert.False(both.IsTold);

        // Prices that rise by 5 %: certain, and small.
        var prices = BasketShift.Of(Panel(30, _ => 105))!;
        Assert.True(prices.BeyondChance);
        Assert.False(prices.IsTold);
    }

    [Fact]
    public void The_sign_test_is_the_binomial_one()
    {
        // 20 customers, 3 up: 2 × (1 + 20 + 190 + 1140) / 2^20 = 0.0026; 2 up: 0.0004.
        Assert.False(BasketShift.Of(Panel(20, i => i < 3 ? 150 : 50))!.BeyondChance);
        Assert.True(BasketShift.Of(Panel(20, i => i < 2 ? 150 : 50))!.BeyondChance);
    }

    [Fact]
    public void Few_customers_tell_nothing_nor_do_those_without_an_order_in_one_of_the_periods()
    {
        Assert.Null(BasketShift.Of(Panel(19, _ => 50)));
        Assert.Null(BasketShift.Of(Panel(30, i => i < 11 ? 0 : 50)));
    }

    /// <summary>Four orders of 100 before, two of the given worth now; none where it is 0.</summary>
    private static CustomerPanel Panel(int customers, Func<int, double> now)
    {
        var made = MadePanel.Of(customers, (_, _) => 0, cutoffs: 1);
        var each = Enumerable.Range(0, customers).Select(now).ToList();
        return made with
        {
            Features = made.Features.With(
                ("revenue_recent", [.. each.Select(basket => 2 * basket)]), ("orders_recent", [.. each.Select(basket => basket > 0 ? 2.0 : 0)]),
                ("revenue_before", [.. each.Select(_ => 400.0)]), ("orders_before", [.. each.Select(_ => 4.0)])),
        };
    }
}
