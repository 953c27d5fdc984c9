using Analytics.Models.Boosting;
using Analytics.Models.Evaluation;

namespace Analytics.Models.Tests;

public class LossesTests
{
    [Theory]
    [InlineData(4, 0, 8)] // 4 · 2² / 2
    [InlineData(4, 4, 0)]
    [InlineData(4, 9, 2)] // 4 · (3 − 2)² / 2
    [InlineData(100, 1, 32.4)] // 4 · 9² / 10
    [InlineData(4, -3, 8)] // a margin below zero came as nothing
    public void The_deviance_of_an_amount_is_its_formula(double expected, double came, double deviance) =>
        Assert.Equal(deviance, Losses.Amount(expected, came), 12);

    [Theory]
    [InlineData(3, 5)]
    [InlineData(80, 0.5)]
    public void It_is_twice_what_the_boosting_loss_rises_from_the_perfect_expectation(double expected, double came)
    {
        var loss = BoostingLoss.Tweedie();

        Assert.Equal(2 * (loss.Value(came, Math.Log(expected)) - loss.Value(came, Math.Log(came))), Losses.Amount(expected, came), 9);
    }
}
